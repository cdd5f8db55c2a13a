package dev.costbot.app.front;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * AWS Signature Version 4 for requests whose body is at hand, see <a
 * href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">how
 * AWS wants requests signed</a>. For every service but S3, which encodes paths once only.
 */
public final class SigV4 {
  private static final String ALGORITHM = "AWS4-HMAC-SHA256";
  private static final HexFormat HEX = HexFormat.of();

  private SigV4() {}

  /**
   * The headers to send: those given, and {@code X-Amz-Date}, {@code X-Amz-Security-Token} where
   * there is one, and {@code Authorization}. {@code Host} is signed, and left to the client to
   * send.
   *
   * @param uri with path and query encoded as they are sent
   */
  public static Map<String, String> sign(
      String method,
      URI uri,
      Map<String, String> headers,
      byte[] body,
      AwsCredentials credentials,
      String region,
      String service,
      Instant now) {
    String time = basic(now);
    Map<String, String> sent = new TreeMap<>(headers);
    sent.put("X-Amz-Date", time);
    if (credentials.sessionToken() != null) {
      sent.put("X-Amz-Security-Token", credentials.sessionToken());
    }

    TreeMap<String, String> signed = new TreeMap<>();
    for (Map.Entry<String, String> header : sent.entrySet()) {
      signed.put(header.getKey().toLowerCase(Locale.ROOT), header.getValue().strip());
    }
    signed.put("host", host(uri));
    String names = String.join(";", signed.keySet());

    StringBuilder request = new StringBuilder(512);
    request.append(method).append('\n').append(canonicalPath(uri)).append('\n');
    request.append(canonicalQuery(uri)).append('\n');
    for (Map.Entry<String, String> header : signed.entrySet()) {
      request.append(header.getKey()).append(':').append(header.getValue()).append('\n');
    }
    request.append('\n').append(names).append('\n').append(HEX.formatHex(sha256(body)));

    String day = time.substring(0, 8);
    String scope = day + "/" + region + "/" + service + "/aws4_request";
    String toSign =
        ALGORITHM
            + "\n"
            + time
            + "\n"
            + scope
            + "\n"
            + HEX.formatHex(sha256(utf8(request.toString())));
    byte[] key = utf8("AWS4" + credentials.secretAccessKey());
    for (String step : new String[] {day, region, service, "aws4_request"}) {
      key = hmac(key, step);
    }
    sent.put(
        "Authorization",
        ALGORITHM
            + (" Credential=" + credentials.accessKeyId() + "/" + scope)
            + (", SignedHeaders=" + names)
            + (", Signature=" + HEX.formatHex(hmac(key, toSign))));
    return sent;
  }

  /** {@code 20150830T123600Z}, by hand: a formatter would load a hundred classes for this. */
  private static String basic(Instant now) {
    LocalDateTime utc = LocalDateTime.ofEpochSecond(now.getEpochSecond(), 0, ZoneOffset.UTC);
    StringBuilder basic = new StringBuilder(16);
    basic.append(utc.getYear());
    append(basic, utc.getMonthValue());
    append(basic, utc.getDayOfMonth());
    append(basic.append('T'), utc.getHour());
    append(basic, utc.getMinute());
    append(basic, utc.getSecond());
    return basic.append('Z').toString();
  }

  private static void append(StringBuilder text, int twoDigits) {
    text.append((char) ('0' + twoDigits / 10)).append((char) ('0' + twoDigits % 10));
  }

  private static String host(URI uri) {
    int known = "https".equals(uri.getScheme()) ? 443 : 80;
    boolean usual = uri.getPort() == -1 || uri.getPort() == known;
    return usual ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
  }

  private static String canonicalPath(URI uri) {
    String path = uri.getRawPath();
    return path == null || path.isEmpty() ? "/" : encoded(path);
  }

  /** What is sent is encoded already; signing encodes it once more, all but the slashes. */
  private static String encoded(String path) {
    StringBuilder encoded = new StringBuilder(path.length() + 8);
    for (byte one : utf8(path)) {
      char letter = (char) (one & 0xFF);
      boolean plain =
          (letter >= 'a' && letter <= 'z')
              || (letter >= 'A' && letter <= 'Z')
              || (letter >= '0' && letter <= '9')
              || "-._~/".indexOf(letter) >= 0;
      if (plain) {
        encoded.append(letter);
      } else {
        HEX.withUpperCase().toHexDigits(encoded.append('%'), one);
      }
    }
    return encoded.toString();
  }

  private static String canonicalQuery(URI uri) {
    String query = uri.getRawQuery();
    if (query == null || query.isEmpty()) {
      return "";
    }
    String[] pairs = query.split("&", -1);
    for (int at = 0; at < pairs.length; at++) {
      // A tab sorts before everything a name may contain, so names are compared before values.
      pairs[at] = pairs[at].indexOf('=') < 0 ? pairs[at] + "\t" : pairs[at].replaceFirst("=", "\t");
    }
    Arrays.sort(pairs);
    return String.join("&", pairs).replace('\t', '=');
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("this JDK has no SHA-256", missing);
    }
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(utf8(text));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("this JDK has no HmacSHA256", missing);
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

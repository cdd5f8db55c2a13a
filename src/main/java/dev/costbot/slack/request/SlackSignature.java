package dev.costbot.slack.request;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Slack's request signature: HMAC-SHA256 over {@code v0:{timestamp}:{body}} with the app's signing
 * secret, see <a href="https://docs.slack.dev/authentication/verifying-requests-from-slack">Slack's
 * page on verifying requests</a>.
 */
public final class SlackSignature {
  public static final String TIMESTAMP_HEADER = "X-Slack-Request-Timestamp";
  public static final String SIGNATURE_HEADER = "X-Slack-Signature";

  /** How far a request's clock may be from ours, before or after, in seconds. */
  public static final long TOLERANCE = 300;

  /** What checking a signature came to. */
  public enum Check {
    FITS,
    NO_TIMESTAMP,
    NO_SIGNATURE,
    TIMESTAMP_IS_NO_NUMBER,
    TOO_OLD,
    IN_THE_FUTURE,
    DOES_NOT_FIT;

    /** For the log: says nothing of the request itself. */
    public String reason() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private SlackSignature() {}

  /**
   * Checks a request.
   *
   * @param headers the request's; the case of their names does not matter
   * @param body as it came over the wire, base64 of the gateway already taken off
   */
  public static Check check(String secret, Map<String, String> headers, byte[] body, Instant now) {
    String timestamp = header(headers, TIMESTAMP_HEADER);
    String signature = header(headers, SIGNATURE_HEADER);
    if (timestamp == null || timestamp.isEmpty()) {
      return Check.NO_TIMESTAMP;
    }
    if (signature == null || signature.isEmpty()) {
      return Check.NO_SIGNATURE;
    }
    // Eleven digits last beyond the year 5000 and cannot overflow the subtraction.
    if (timestamp.length() > 11 || !isDigits(timestamp)) {
      return Check.TIMESTAMP_IS_NO_NUMBER;
    }
    long age = now.getEpochSecond() - Long.parseLong(timestamp);
    if (age > TOLERANCE) {
      return Check.TOO_OLD;
    }
    if (age < -TOLERANCE) {
      return Check.IN_THE_FUTURE;
    }
    byte[] expected = sign(secret, timestamp, body).getBytes(StandardCharsets.UTF_8);
    return MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.UTF_8))
        ? Check.FITS
        : Check.DOES_NOT_FIT;
  }

  /**
   * The signature Slack would send, {@code v0=<hex>}.
   *
   * @param timestamp seconds since 1970, as in the header
   */
  public static String sign(String secret, String timestamp, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      mac.update(("v0:" + timestamp + ":").getBytes(StandardCharsets.UTF_8));
      return "v0=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("this JDK has no HmacSHA256", missing);
    }
  }

  /** The value of a header whatever the case of its name; null when it is not there. */
  public static @Nullable String header(Map<String, String> headers, String name) {
    for (Map.Entry<String, String> header : headers.entrySet()) {
      if (header.getKey().equalsIgnoreCase(name)) {
        return header.getValue();
      }
    }
    return null;
  }

  private static boolean isDigits(String text) {
    for (int at = 0; at < text.length(); at++) {
      if (text.charAt(at) < '0' || text.charAt(at) > '9') {
        return false;
      }
    }
    return true;
  }
}

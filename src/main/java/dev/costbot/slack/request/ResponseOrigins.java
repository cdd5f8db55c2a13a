package dev.costbot.slack.request;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where answers may go: {@code https} at exactly Slack's two hosts, and what the setting adds. A
 * response_url names the host the account's bill is sent to, so a URL that could be read in two
 * ways is refused.
 *
 * @param extra further origins such as {@code http://127.0.0.1:9000}, for development
 */
public record ResponseOrigins(List<String> extra) {
  /** The setting with further origins, separated by commas. */
  public static final String SETTING = "COSTBOT_RESPONSE_ORIGINS";

  private static final Set<String> SLACK = Set.of("hooks.slack.com", "hooks.slack-gov.com");

  public ResponseOrigins {
    extra = List.copyOf(extra);
  }

  /**
   * Reads the setting.
   *
   * @param setting full origins separated by commas; null or empty for Slack alone
   * @throws IllegalArgumentException when one of them is not scheme, host and port
   */
  public static ResponseOrigins of(@Nullable String setting) {
    List<String> extra = new ArrayList<>();
    String rest = setting == null ? "" : setting;
    while (!rest.isEmpty()) {
      int comma = rest.indexOf(',');
      String one = (comma < 0 ? rest : rest.substring(0, comma)).strip();
      rest = comma < 0 ? "" : rest.substring(comma + 1);
      if (!one.isEmpty()) {
        extra.add(origin(one));
      }
    }
    return new ResponseOrigins(extra);
  }

  /** Whether an answer may be posted to this URL. */
  public boolean allow(String url) {
    URI uri;
    try {
      uri = new URI(url);
    } catch (URISyntaxException notReadable) {
      return false;
    }
    String host = uri.getHost();
    if (host == null || uri.getScheme() == null || uri.getRawUserInfo() != null) {
      return false;
    }
    boolean slack =
        uri.getScheme().equals("https")
            && SLACK.contains(host)
            && (uri.getPort() == -1 || uri.getPort() == 443);
    return slack || extra.contains(origin(uri.getScheme(), host, uri.getPort()));
  }

  private static String origin(String text) {
    URI uri = URI.create(text);
    String host = uri.getHost();
    boolean bare =
        host != null
            && uri.getRawUserInfo() == null
            && uri.getRawPath().isEmpty()
            && uri.getRawQuery() == null
            && uri.getRawFragment() == null;
    if (!bare || uri.getScheme() == null || !uri.getScheme().startsWith("http")) {
      throw new IllegalArgumentException(
          SETTING + " wants full origins such as http://127.0.0.1:9000, got: " + text);
    }
    return origin(uri.getScheme(), host, uri.getPort());
  }

  private static String origin(String scheme, @Nullable String host, int port) {
    int known = scheme.equals("https") ? 443 : 80;
    return scheme + "://" + host + ":" + (port == -1 ? known : port);
  }
}

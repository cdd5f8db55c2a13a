package dev.costbot.slack.request;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The fields of an {@code application/x-www-form-urlencoded} body in UTF-8. */
final class FormFields {
  private final Map<String, String> values;

  private FormFields(Map<String, String> values) {
    this.values = values;
  }

  /**
   * Reads the body; of a field given twice the first counts.
   *
   * @throws IllegalArgumentException when a percent sign is not followed by two hex digits
   */
  static FormFields read(byte[] body) {
    Map<String, String> values = new HashMap<>();
    String rest = new String(body, StandardCharsets.UTF_8);
    for (int from = 0; from < rest.length(); ) {
      int end = rest.indexOf('&', from);
      String pair = rest.substring(from, end < 0 ? rest.length() : end);
      int equals = pair.indexOf('=');
      String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
      values.putIfAbsent(name, equals < 0 ? "" : decoded(pair.substring(equals + 1)));
      from = end < 0 ? rest.length() : end + 1;
    }
    return new FormFields(values);
  }

  /** The field, or the empty text: Slack sends some fields empty and leaves out others. */
  String text(String name) {
    return values.getOrDefault(name, "");
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}

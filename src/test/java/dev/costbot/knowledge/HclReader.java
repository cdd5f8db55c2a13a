package dev.costbot.knowledge;

/**
 * Reads a quoted HCL template without interpolation, by the escapes of HCL's native syntax
 * specification ("Template Expressions"): what the writer is tested against.
 */
final class HclReader {
  private HclReader() {}

  /**
   * The text a literal stands for.
   *
   * @throws IllegalArgumentException when it is no literal, or would interpolate
   */
  static String literal(String hcl) {
    if (endOfLiteral(hcl, 0) != hcl.length()) {
      throw new IllegalArgumentException("not one literal: " + hcl);
    }
    StringBuilder text = new StringBuilder();
    int at = 1;
    while (at < hcl.length() - 1) {
      char now = hcl.charAt(at);
      if (now == '\\') {
        at = escaped(hcl, at + 1, text);
      } else if ((now == '$' || now == '%') && hcl.startsWith(now + "{", at + 1)) {
        // Doubled, it is the sign itself before a brace.
        text.append(now).append('{');
        at += 3;
      } else if ((now == '$' || now == '%') && hcl.charAt(at + 1) == '{') {
        throw new IllegalArgumentException("it interpolates: " + hcl);
      } else if (now < ' ') {
        throw new IllegalArgumentException("a control character: " + (int) now);
      } else {
        text.append(now);
        at++;
      }
    }
    return text.toString();
  }

  /** The index after the closing quote of the literal that starts at {@code from}. */
  static int endOfLiteral(String hcl, int from) {
    int at = from + 1;
    while (hcl.charAt(at) != '"') {
      at += hcl.charAt(at) == '\\' ? 2 : 1;
    }
    return at + 1;
  }

  private static int escaped(String hcl, int at, StringBuilder text) {
    switch (hcl.charAt(at)) {
      case 'n' -> text.append('\n');
      case 'r' -> text.append('\r');
      case 't' -> text.append('\t');
      case '"' -> text.append('"');
      case '\\' -> text.append('\\');
      case 'u' -> {
        return unicode(hcl, at, 4, text);
      }
      case 'U' -> {
        return unicode(hcl, at, 8, text);
      }
      default -> throw new IllegalArgumentException("no escape: \\" + hcl.charAt(at));
    }
    return at + 1;
  }

  private static int unicode(String hcl, int at, int digits, StringBuilder text) {
    text.appendCodePoint(Integer.parseInt(hcl.substring(at + 1, at + 1 + digits), 16));
    return at + 1 + digits;
  }
}

package dev.costbot.report;

/**
 * Text by strangers (tags, questions, a model's sentences) without what could steer whatever shows
 * it: control characters, bidirectional overrides and invisible formatting characters.
 */
final class CleanText {
  private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
  private static final int ZERO_WIDTH_JOINER = 0x200D;

  private CleanText() {}

  /** One line: line ends and tabs become spaces. */
  static String line(String text) {
    return cleaned(text, false).strip();
  }

  /** Several lines: line feeds and tabs stay. */
  static String lines(String text) {
    return cleaned(text.replace("\r\n", "\n"), true);
  }

  /**
   * Lines of a file of a fix. In Terraform, which people copy, what steers becomes an escape that
   * means the same in a quoted string, the only place where foreign text stands.
   */
  static String file(String name, String text) {
    return isTerraform(name) ? terraform(text) : lines(text);
  }

  static boolean isTerraform(String name) {
    return name.endsWith(".tf") || name.endsWith(".tfvars") || name.endsWith(".hcl");
  }

  static String terraform(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    text.replace("\r\n", "\n")
        .codePoints()
        .forEach(
            character -> {
              if (character == '\n' || character == '\t' || !steers(character)) {
                safe.appendCodePoint(character);
              } else if (Character.isBmpCodePoint(character)) {
                safe.append("\\u%04x".formatted(character));
              } else {
                safe.append("\\U%08x".formatted(character));
              }
            });
    return safe.toString();
  }

  /**
   * Whether a character steers instead of being seen. Joiners stay: scripts and emoji need them.
   */
  static boolean steers(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      case Character.FORMAT -> character != ZERO_WIDTH_JOINER && character != ZERO_WIDTH_NON_JOINER;
      default -> false;
    };
  }

  private static String cleaned(String text, boolean keepLines) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            character -> {
              if (keepLines && (character == '\n' || character == '\t')) {
                clean.appendCodePoint(character);
              } else if (Character.isWhitespace(character)) {
                clean.append(' ');
              } else if (!steers(character)) {
                clean.appendCodePoint(character);
              }
            });
    return clean.toString();
  }
}

package dev.costbot.report;

import java.util.regex.Pattern;

/**
 * Foreign text made safe for Slack's mrkdwn: nothing in it mentions, links or formats. Slack has no
 * escape for its formatting characters, so in prose they are replaced by look-alikes; names that
 * people copy stand in code, where only the backtick means anything.
 */
final class Mrkdwn {
  private static final Pattern WIDE_MENTION =
      Pattern.compile("@(?=here|channel|everyone|group)", Pattern.CASE_INSENSITIVE);
  private static final char WORD_JOINER = '\u2060';

  private Mrkdwn() {}

  /** One line of prose. */
  static String prose(String text) {
    String clean = CleanText.line(text);
    StringBuilder safe = new StringBuilder(clean.length() + 16);
    for (int i = 0; i < clean.length(); i++) {
      safe.append(
          switch (clean.charAt(i)) {
            case '*' -> "∗";
            case '~' -> "∼";
            case '`' -> "ˋ";
            case '_' -> insideAWord(clean, i) ? "_" : "ˍ";
            default -> entity(clean.charAt(i));
          });
    }
    String calm = WIDE_MENTION.matcher(safe).replaceAll("@" + WORD_JOINER);
    return calm.startsWith("&gt;") ? WORD_JOINER + calm : calm;
  }

  /** One line of prose in at most {@code max} characters, as sent. */
  static String prose(String text, int max) {
    return Cut.escaped(text, max, Mrkdwn::prose);
  }

  /** A name in code, in at most {@code max} characters without its backticks. */
  static String code(String text, int max) {
    String inner = Cut.escaped(CleanText.line(text), max, t -> entities(t).replace('`', 'ˋ'));
    return inner.isBlank() ? "" : "`" + inner + "`";
  }

  /** Lines for a code block; {@link #fence} puts the fence around them. */
  static String codeLines(String text) {
    return entities(CleanText.lines(text)).replace("```", "ˋˋˋ");
  }

  /** Lines of Terraform for a code block, meaning the same when they are copied. */
  static String terraformLines(String text) {
    return entities(CleanText.terraform(text).replace("```", "\\u0060\\u0060\\u0060"));
  }

  /** A code block. Slack's mrkdwn knows no language after the fence: it would show the word. */
  static String fence(String safeLines) {
    return "```\n" + safeLines.stripTrailing() + "\n```";
  }

  private static String entities(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    text.chars().forEach(character -> safe.append(entity((char) character)));
    return safe.toString();
  }

  private static String entity(char character) {
    return switch (character) {
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      default -> String.valueOf(character);
    };
  }

  private static boolean insideAWord(String text, int at) {
    return at > 0
        && at < text.length() - 1
        && Character.isLetterOrDigit(text.charAt(at - 1))
        && Character.isLetterOrDigit(text.charAt(at + 1));
  }
}

package dev.costbot.app.front;

/**
 * A line for the log: words and {@code name=value} pairs. Values are cut to what ids consist of, so
 * that nothing a stranger sends can write lines of its own.
 */
final class LogLine {
  private static final int LONGEST = 80;

  private final StringBuilder line = new StringBuilder("costbot-front");

  LogLine with(String name, String value) {
    line.append(' ').append(name).append('=').append(word(value));
    return this;
  }

  /** A sentence of our own making, at the end of the line. */
  LogLine because(String sentence) {
    line.append(" reason=\"").append(sentence.replace('"', '\'').replace('\n', ' ')).append('"');
    return this;
  }

  @Override
  public String toString() {
    return line.toString();
  }

  /** The text with everything but letters, digits and {@code - _ . : / @} replaced, and cut. */
  static String word(String text) {
    StringBuilder word = new StringBuilder();
    for (int at = 0; at < text.length() && at < LONGEST; at++) {
      char letter = text.charAt(at);
      boolean plain =
          (letter >= 'a' && letter <= 'z')
              || (letter >= 'A' && letter <= 'Z')
              || (letter >= '0' && letter <= '9')
              || "-_.:/@".indexOf(letter) >= 0;
      word.append(plain ? letter : '?');
    }
    return word.toString();
  }
}

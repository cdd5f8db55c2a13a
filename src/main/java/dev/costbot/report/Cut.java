package dev.costbot.report;

import java.util.function.UnaryOperator;

/** Shortens text and says by how much. */
final class Cut {
  private Cut() {}

  /** The text in at most {@code max} characters; what is missing is counted at its end. */
  static String at(String text, int max) {
    return escaped(text, max, UnaryOperator.identity());
  }

  /** The escaped text in at most {@code max} characters, cut so that no entity is broken. */
  static String escaped(String text, int max, UnaryOperator<String> escape) {
    String whole = escape.apply(text);
    if (whole.length() <= max) {
      return whole;
    }
    int keep = Math.min(text.length(), max);
    while (keep > 0) {
      String shortened = escape.apply(prefix(text, keep)) + missing(text.length() - keep);
      if (shortened.length() <= max) {
        return shortened;
      }
      keep -= Math.max(1, (shortened.length() - max) / 6);
    }
    return "…";
  }

  /** The text in at most {@code max} characters, ending in an ellipsis when it is longer. */
  static String label(String text, int max) {
    return text.length() <= max ? text : prefix(text, max - 1) + "…";
  }

  private static String missing(int characters) {
    return "… (" + characters + " more characters)";
  }

  private static String prefix(String text, int length) {
    int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
    return text.substring(0, end);
  }
}

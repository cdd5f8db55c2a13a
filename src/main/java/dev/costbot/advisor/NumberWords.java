package dev.costbot.advisor;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * English words, and letters, that stand for figures.
 *
 * <p>"One" is a figure unless it is a pronoun: "one of", "one-time", "one-off", and "this one",
 * "that one", "each one", "which one", "the one", "another one", "no one" pass. Of the ordinals
 * only "first" passes. Vague words (many, some, most, both, all) are no figures.
 */
final class NumberWords {
  private static final String UNITS =
      "zero|two|three|four|five|six|seven|eight|nine|tens?|eleven|twelve|thirteen|fourteen|fifteen"
          + "|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fourty|fifty|sixty|seventy"
          + "|eighty|ninety|ninty|hundreds?|thousands?|millions?|billions?|trillions?|dozens?";

  /** Also glued together: {@code twentyone}, {@code twohundredandten}. */
  private static final Pattern CARDINAL =
      Pattern.compile("(?:one|and|a)*(?:" + UNITS + ")(?:one|and|" + UNITS + ")*");

  private static final Pattern OTHER =
      Pattern.compile(
          "seconds?|thirds?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?"
              + "|elevenths?|twelfths?|[a-z]+teenths?|[a-z]+tieths?"
              + "|hundredths?|thousandths?|millionths?"
              + "|hal(?:f|ves?|ved|ving)|quarter(?:s|ed|ing|ly)?|doubl(?:e|es|ed|ing|y)"
              + "|trebl(?:e|es|ed|ing)|tripl(?:e|es|ed|ing)|quadrupl(?:e|es|ed|ing)"
              + "|quintupl(?:e|es|ed|ing)|[a-z]+fold|twice|thrice|pairs?|couple|single|solitary|trio"
              + "|nil|nought|naught|zilch|zeros|zeroes|grand|score|scores|gross|percent|percentage"
              + "|percentages|pct|cent|permille|hundredfold");

  private static final Pattern ROMAN =
      Pattern.compile("m*(?:cm|cd|d?c{0,4})(?:xc|xl|l?x{0,4})(?:ix|iv|v?i{0,4})");

  /** Letters that pass for digits: O for nought, l and I for one, S for five, B for eight. */
  private static final Pattern LOOKS_LIKE_DIGITS = Pattern.compile("[OoIlSBZ]{2,}");

  private static final Set<String> WORDS_AFTER_ALL =
      Set.of(
          "cli",
          "mix",
          "ml",
          "ci",
          "cd",
          "so",
          "oo",
          "lo",
          "ill",
          "sso",
          "manifold",
          "scaffold",
          "unfold");

  private static final Set<String> BEFORE_A_PRONOUN =
      Set.of("this", "that", "each", "which", "the", "another", "no");

  private NumberWords() {}

  /**
   * Whether a word is a figure.
   *
   * @param before the word before it, or empty
   * @param after the word after it, or empty
   */
  static boolean isFigure(String word, String before, String after) {
    String lower = word.toLowerCase(Locale.ROOT);
    if (lower.equals("one") || lower.equals("ones")) {
      return lower.equals("one")
          && !Set.of("of", "time", "off").contains(after.toLowerCase(Locale.ROOT))
          && !BEFORE_A_PRONOUN.contains(before.toLowerCase(Locale.ROOT));
    }
    if (word.length() == 1) {
      // Apart from the article, a letter that stands alone is a numeral, a unit or a spelled word.
      return !lower.equals("a");
    }
    if (WORDS_AFTER_ALL.contains(lower)) {
      return false;
    }
    return CARDINAL.matcher(lower).matches()
        || OTHER.matcher(lower).matches()
        || ROMAN.matcher(lower).matches()
        || LOOKS_LIKE_DIGITS.matcher(word).matches();
  }
}

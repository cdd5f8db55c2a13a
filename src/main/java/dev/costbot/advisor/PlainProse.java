package dev.costbot.advisor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a model may write in its own words: plain English sentences without figures.
 *
 * <p>The rule names what is allowed, not what is forbidden: ASCII letters, blanks and the marks of
 * a sentence. Digits of other scripts, superscripts, fractions, look-alike letters, currency signs,
 * invisible characters, mark-up, mentions and code all fall outside it without being listed.
 */
final class PlainProse {
  /** Stands where a fact was placed; {@link #tidy} makes sure that no model writes it. */
  static final String PLACED = "\u0001";

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9 .,;:'\"()?!/\u0001-]*");
  private static final Pattern TOKEN =
      Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9._:/'-]*[A-Za-z0-9])?");
  private static final Pattern LINK = Pattern.compile("://|//|\\bwww\\.|\\b(?:https?|mailto)\\b");
  private static final Pattern GLUED_MARK = Pattern.compile("[.,:;!?][A-Za-z]|[A-Za-z]\\.[A-Za-z]");

  /** What beside a figure would turn it into another one: a minus sign, "a day", "each". */
  private static final Pattern MISUSED =
      Pattern.compile(
          "(?:^|[ (])[-.]\u0001"
              + "|\u0001[ ,(-]*(?:(?:per|each|every|apiece|(?:hour|dai|week|month|year|annual)ly)\\b"
              + "|an? (?:second|minute|hour|day|week|fortnight|month|quarter|year)s?\\b)",
          Pattern.CASE_INSENSITIVE);

  private static final int LONGEST_WORD = 30;

  private final AllowedTerms terms;

  PlainProse(AllowedTerms terms) {
    this.terms = terms;
  }

  /** What a sentence rests on; the less that is, the less it may say. */
  enum Basis {
    /** Facts, shown with it. */
    FACTS,
    /** A guide: it may explain, but not speak of this account. */
    GUIDE,
    /** Nothing: it may only advise. */
    NOTHING
  }

  /** Text without its control, format and private characters, which hide things from readers. */
  static String visible(String text) {
    return text.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}]", " ").replaceAll("[\\p{C}]", "");
  }

  /** The typographic forms of plain marks, made plain. */
  static String tidy(String text) {
    return text.replace(PLACED, "\ufffd")
        .replaceAll("[\u2018\u2019]", "'")
        .replaceAll("[\u201c\u201d]", "\"")
        .replaceAll("[\u2010\u2011\u2013\u2014]", "-")
        .replaceAll("[\u00a0\u202f]", " ")
        .replace("\u2026", "...")
        .strip();
  }

  /** Why the words may not be shown; empty when they may. */
  Optional<DropReason> refuse(String words, Basis basis) {
    if (LINK.matcher(words.toLowerCase(Locale.ROOT)).find()) {
      return Optional.of(DropReason.LINK);
    }
    Matcher token = TOKEN.matcher(words);
    StringBuilder rest = new StringBuilder();
    List<String> kept = new ArrayList<>();
    int from = 0;
    while (token.find()) {
      rest.append(words, from, token.start());
      from = token.end();
      Optional<DropReason> refused = split(token.group(), kept, rest);
      if (refused.isPresent()) {
        return refused;
      }
    }
    rest.append(words.substring(from));
    if (!PLAIN.matcher(rest).matches()) {
      return Optional.of(notPlain(rest.toString()));
    }
    if (MISUSED.matcher(words).find()) {
      return Optional.of(DropReason.MISUSED_FIGURE);
    }
    return refuseWords(kept)
        .or(() -> Optional.of(DropReason.LINK).filter(_ -> GLUED_MARK.matcher(rest).find()))
        .or(() -> refuseBasis(kept, basis));
  }

  /** Takes a token apart into words, unless it is a name as a whole. */
  private Optional<DropReason> split(String token, List<String> kept, StringBuilder rest) {
    if (terms.allows(token)) {
      kept.add("name");
      rest.append("name");
      return Optional.empty();
    }
    if (AllowedTerms.looksLikeAName(token)) {
      return Optional.of(DropReason.UNKNOWN_NAME);
    }
    List<String> parts = List.of(token.split("[/'-]+"));
    for (String part : parts) {
      boolean name = terms.allows(part);
      if (!name && part.chars().anyMatch(Character::isDigit)) {
        return Optional.of(DropReason.FIGURE);
      }
      if (part.length() > LONGEST_WORD) {
        return Optional.of(DropReason.NOT_PLAIN_TEXT);
      }
      if (!name && !(token.contains("'") && part.length() < 3)) {
        kept.add(part);
      }
    }
    String glued = String.join("", parts);
    if (parts.size() > 1 && NumberWords.isFigure(glued, "", "")) {
      return Optional.of(DropReason.FIGURE);
    }
    rest.append(token.replaceAll("[0-9]", ""));
    return Optional.empty();
  }

  private static DropReason notPlain(String rest) {
    boolean digit = rest.codePoints().anyMatch(PlainProse::isForeignFigure);
    boolean currency =
        rest.codePoints().anyMatch(c -> Character.getType(c) == Character.CURRENCY_SYMBOL);
    if (currency) {
      return DropReason.CURRENCY;
    }
    return digit ? DropReason.FIGURE : DropReason.NOT_PLAIN_TEXT;
  }

  private static boolean isForeignFigure(int c) {
    int type = Character.getType(c);
    return type == Character.DECIMAL_DIGIT_NUMBER
        || type == Character.LETTER_NUMBER
        || type == Character.OTHER_NUMBER;
  }

  private static Optional<DropReason> refuseWords(List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (ProseWords.isCurrency(word)) {
        return Optional.of(DropReason.CURRENCY);
      }
      String before = i == 0 ? "" : words.get(i - 1);
      String after = i + 1 == words.size() ? "" : words.get(i + 1);
      if (NumberWords.isFigure(word, before, after)) {
        return Optional.of(DropReason.FIGURE);
      }
    }
    return Optional.empty();
  }

  private static Optional<DropReason> refuseBasis(List<String> words, Basis basis) {
    boolean holds =
        switch (basis) {
          case FACTS -> true;
          case GUIDE -> !speaksOfTheAccount(words);
          case NOTHING ->
              !words.isEmpty()
                  && ProseWords.startsAdvice(words.getFirst())
                  && !speaksOfTheAccount(words);
        };
    return holds ? Optional.empty() : Optional.of(DropReason.NO_FACT);
  }

  private static boolean speaksOfTheAccount(List<String> words) {
    return words.stream().anyMatch(ProseWords::speaksOfTheAccount);
  }
}

package dev.costbot.advisor;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * The part of a list that a question asks for.
 *
 * @param number how many for {@code TOP} and {@code NEXT}, counted from one for {@code NTH}; null
 *     for as many as fit
 */
record ListPart(Kind kind, @Nullable Integer number) {
  enum Kind {
    /** From the beginning. */
    TOP,
    /** A single one. */
    NTH,
    /** What comes after what was shown. */
    NEXT
  }

  /** More than any list is long. */
  private static final int ALL = 10_000;

  private static final String SUPERLATIVE =
      "(?:biggest|largest|top|first|most expensive|worst|best|costliest|highest|most wasteful)";

  /** "The best way" and "the first of May" are about something else. */
  private static final String SINGLE =
      "the "
          + SUPERLATIVE
          + "(?! (?:way|practice|option|time|thing to do|day|week|month|quarter|half|of|part))";

  private static final List<String> ORDINALS =
      List.of(
          "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
          "tenth");

  static Optional<ListPart> find(Words words) {
    Optional<Matcher> following =
        words.first("next " + Words.NUMBER + "(?! (?:days?|weeks?|months?|quarters?|years?))");
    if (following.isPresent()) {
      return Optional.of(of(Kind.NEXT, following.get()));
    }
    if (words.any("next(?: ones?| page| few| findings?)|the rest|(?:show|see|list)(?: me)? more")
        || words.text().matches("(?:and )?(?:the )?(?:next|more)(?: please)?")) {
      return Optional.of(new ListPart(Kind.NEXT, null));
    }
    Optional<Matcher> counted =
        words
            .first(SUPERLATIVE + " " + Words.NUMBER + "(?! (?:days?|weeks?|months?))")
            .or(() -> words.first(Words.NUMBER + " " + SUPERLATIVE))
            .or(() -> words.first("(?:only|just|(?:show|list)(?: me)?) " + Words.NUMBER));
    if (counted.isPresent()) {
      return Optional.of(of(Kind.TOP, counted.get()));
    }
    if (words.any("(?:show|list)(?: me)? (?:all|everything)|all of (?:them|it|these|those)")
        || words.any("the (?:full|whole|complete|entire) list|fix (?:all|everything)")) {
      return Optional.of(new ListPart(Kind.TOP, ALL));
    }
    return single(words);
  }

  private static Optional<ListPart> single(Words words) {
    for (int i = 1; i < ORDINALS.size(); i++) {
      if (words.any(
          "the " + ORDINALS.get(i) + "(?: one| finding| item)?(?! (?:of|week|day|half))")) {
        return Optional.of(new ListPart(Kind.NTH, i + 1));
      }
    }
    Optional<Matcher> numbered = words.first("(?:number |#)(\\d{1,3})");
    if (numbered.isPresent()) {
      return Optional.of(of(Kind.NTH, numbered.get()));
    }
    return words.any(SINGLE) ? Optional.of(new ListPart(Kind.TOP, 1)) : Optional.empty();
  }

  private static ListPart of(Kind kind, Matcher counted) {
    return new ListPart(kind, Math.max(1, Words.number(counted.group(1))));
  }
}

package dev.costbot.advisor;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A question in lower case, without the punctuation that chat brings. */
final class Words {
  private static final Map<String, Integer> NUMBERS =
      Map.ofEntries(
          Map.entry("one", 1),
          Map.entry("two", 2),
          Map.entry("couple of", 2),
          Map.entry("three", 3),
          Map.entry("four", 4),
          Map.entry("five", 5),
          Map.entry("six", 6),
          Map.entry("seven", 7),
          Map.entry("eight", 8),
          Map.entry("nine", 9),
          Map.entry("ten", 10),
          Map.entry("a dozen", 12),
          Map.entry("twelve", 12),
          Map.entry("twenty", 20));

  /** A number as digits or as a word, for use inside a pattern. */
  static final String NUMBER =
      "(\\d{1,4}|one|two|couple of|three|four|five|six|seven|eight|nine|ten|a dozen|twelve|twenty)";

  private final String text;

  Words(String question) {
    this.text =
        question
            .toLowerCase(Locale.ROOT)
            .replace('’', '\'')
            .replaceAll("[‐‑‒–—]", "-")
            .replaceAll("(?<=\\d),(?=\\d{3}(?!\\d))", "")
            .replaceAll("[?!;,:()\\[\\]\"“”„`*]", " ")
            .replaceAll("\\.(?=\\s|$)", " ")
            .replaceAll("\\s+", " ")
            .strip();
  }

  String text() {
    return text;
  }

  /** Whether one of these stands in the text as a word of its own; each is a regular expression. */
  boolean any(String... expressions) {
    return List.of(expressions).stream().anyMatch(expression -> first(expression).isPresent());
  }

  Optional<Matcher> first(String expression) {
    Matcher matcher = Pattern.compile("(?<![\\w-])(?:" + expression + ")(?![\\w-])").matcher(text);
    return matcher.find() ? Optional.of(matcher) : Optional.empty();
  }

  List<String> all(String expression) {
    return Pattern.compile("(?<![\\w-])(?:" + expression + ")(?![\\w-])")
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .distinct()
        .toList();
  }

  static int number(String words) {
    Integer named = NUMBERS.get(words);
    return named != null ? named : Integer.parseInt(words);
  }
}

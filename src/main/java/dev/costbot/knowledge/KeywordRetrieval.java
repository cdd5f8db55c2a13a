package dev.costbot.knowledge;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Counts the keywords of each guide that the question contains; a longer keyword counts more. */
public final class KeywordRetrieval implements Retrieval {
  private final List<Guide> guides;

  public KeywordRetrieval(KnowledgeBase knowledgeBase) {
    this.guides = knowledgeBase.guides();
  }

  @Override
  public List<Match> find(String question) {
    String asked = question.toLowerCase(Locale.ROOT);
    return guides.stream()
        .map(guide -> new Match(guide, score(guide, asked)))
        .filter(match -> match.score() > 0)
        .sorted(Comparator.comparingDouble(Match::score).reversed())
        .toList();
  }

  private static double score(Guide guide, String asked) {
    return guide.keywords().stream()
        .filter(keyword -> containsWord(asked, keyword.toLowerCase(Locale.ROOT)))
        .mapToDouble(keyword -> keyword.split(" ", -1).length)
        .sum();
  }

  private static boolean containsWord(String asked, String keyword) {
    return Pattern.compile("(?<!\\w)" + Pattern.quote(keyword) + "(?!\\w)").matcher(asked).find();
  }
}

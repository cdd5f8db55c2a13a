package dev.costbot.report;

import dev.costbot.model.Answer;
import dev.costbot.model.Answer.Table;
import dev.costbot.model.Fact;
import java.util.List;

/** What a table of facts has in common. */
final class Facts {
  private Facts() {}

  /**
   * The facts of a table, in its order.
   *
   * @throws IllegalArgumentException when the answer lacks one of them
   */
  static List<Fact> of(Table table, Answer answer) {
    return table.facts().stream().map(id -> find(id, answer)).toList();
  }

  /** The period of all of them, or empty when they differ. */
  static String commonPeriod(List<Fact> facts) {
    List<String> periods = facts.stream().map(Fact::period).distinct().toList();
    return periods.size() == 1 ? periods.getFirst() : "";
  }

  /** Figures stand at the right, words at the left. */
  static TextTable.Side side(List<Fact> facts) {
    boolean figures = facts.stream().allMatch(fact -> fact.value().matches("[-+]?[0-9][0-9.,]*%?"));
    return figures ? TextTable.Side.RIGHT : TextTable.Side.LEFT;
  }

  private static Fact find(String id, Answer answer) {
    return answer.facts().stream()
        .filter(fact -> fact.id().equals(id))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("a table names a fact the answer lacks: " + id));
  }
}

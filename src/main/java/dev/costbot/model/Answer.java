package dev.costbot.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer, before it is rendered for anyone.
 *
 * @param claims its sentences, with figures filled in
 * @param tables lists of facts to show under the sentences
 * @param findings those that are shown; {@code matching} tells how many there are in all
 * @param notes what was not read, which range was meant: things to know, not to act on
 * @param model who wrote the sentences: {@code rules} or the model's name
 */
public record Answer(
    Inquiry inquiry,
    List<Claim> claims,
    List<Fact> facts,
    List<Table> tables,
    List<Finding> findings,
    int matching,
    @Nullable Fix fix,
    List<String> notes,
    List<String> suggestions,
    String model,
    Spent cost) {
  public Answer {
    claims = List.copyOf(claims);
    facts = List.copyOf(facts);
    tables = List.copyOf(tables);
    findings = List.copyOf(findings);
    notes = List.copyOf(notes);
    suggestions = List.copyOf(suggestions);
  }

  /**
   * @param facts ids of the facts it rests on
   */
  public record Claim(String text, List<String> facts) {
    public Claim {
      facts = List.copyOf(facts);
    }
  }

  /**
   * @param facts ids of the facts, a row each
   */
  public record Table(String title, List<String> facts) {
    public Table {
      facts = List.copyOf(facts);
    }
  }

  /** What the answer cost to find. */
  public record Spent(int costExplorerCalls, int modelTokens) {
    public static final Spent NOTHING = new Spent(0, 0);
  }

  /** All sentences, one after the other. */
  public String text() {
    return String.join(" ", claims.stream().map(Claim::text).toList());
  }
}

package dev.costbot.advisor;

import dev.costbot.model.Answer;
import dev.costbot.model.Fact;
import dev.costbot.model.Finding;
import dev.costbot.model.Fix;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An answer while it is being written. */
final class Draft {
  /**
   * @param stands whoever words the rest: without it the rest would mislead
   */
  private record Sentence(Answer.Claim claim, boolean stands) {}

  private final List<Sentence> sentences = new ArrayList<>();
  private final List<Fact> facts = new ArrayList<>();
  private final List<Answer.Table> tables = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final List<String> suggestions = new ArrayList<>();
  private List<Finding> findings = List.of();
  private int matching;
  private @Nullable Fix fix;

  /** Adds a fact and gives its id, for the claims that rest on it. */
  String fact(
      String id,
      String label,
      String value,
      String unit,
      String period,
      String source,
      Instant asOf) {
    facts.add(new Fact(id, label, value, unit, period, source, asOf));
    return id;
  }

  void claim(String text, String... facts) {
    sentences.add(new Sentence(new Answer.Claim(text, List.of(facts)), false));
  }

  /** A claim that a model's words do not replace. */
  void caveat(String text, String... facts) {
    sentences.add(new Sentence(new Answer.Claim(text, List.of(facts)), true));
  }

  /** Replaces the sentences but caveats; facts, tables and findings stay. */
  void reword(List<Answer.Claim> reworded) {
    int first = 0;
    while (first < sentences.size() && sentences.get(first).stands()) {
      first++;
    }
    sentences.removeIf(sentence -> !sentence.stands());
    sentences.addAll(first, reworded.stream().map(claim -> new Sentence(claim, false)).toList());
  }

  void table(String title, List<String> facts) {
    tables.add(new Answer.Table(title, facts));
  }

  void note(String note) {
    notes.add(note);
  }

  void suggest(String question) {
    suggestions.add(question);
  }

  void show(List<Finding> shown, int matching) {
    this.findings = shown;
    this.matching = matching;
  }

  void fix(Fix fix) {
    this.fix = fix;
  }

  List<Fact> facts() {
    return facts;
  }

  List<Finding> findings() {
    return findings;
  }

  List<Answer.Claim> claims() {
    return sentences.stream().map(Sentence::claim).toList();
  }

  Optional<Fix> fix() {
    return Optional.ofNullable(fix);
  }

  List<Answer.Table> tables() {
    return tables;
  }

  List<String> notes() {
    return notes;
  }

  List<String> suggestions() {
    return suggestions;
  }

  int matching() {
    return matching;
  }
}

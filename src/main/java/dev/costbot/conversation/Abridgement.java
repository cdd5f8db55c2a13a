package dev.costbot.conversation;

import dev.costbot.model.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Makes a turn fit a number of bytes, and says in its answer what was left out. */
final class Abridgement {
  private final TurnJson json;

  Abridgement(TurnJson json) {
    this.json = json;
  }

  /**
   * Leaves out, as far as it has to: the facts, the end of the answer, the findings, the end of the
   * question. The inquiry stays whole, since part of it would mean something else.
   *
   * @param bytes of JSON in UTF-8
   * @throws IllegalArgumentException when the inquiry alone is larger
   */
  Turn fit(Turn turn, int bytes) {
    if (fits(turn, bytes)) {
      return turn;
    }
    List<String> left = new ArrayList<>();
    Turn shorter = turn;
    if (!turn.facts().isEmpty()) {
      left.add(counted(turn.facts(), "fact"));
      shorter = copy(turn, turn.question(), noted(turn.answer(), left), turn.findings(), List.of());
      if (fits(shorter, bytes)) {
        return shorter;
      }
    }
    left.add("the end of the answer");
    shorter = longest(turn.answer(), bytes, start -> answer(turn, start, left, turn.findings()));
    if (!fits(shorter, bytes) && !turn.findings().isEmpty()) {
      left.add(counted(turn.findings(), "finding"));
      shorter = longest(turn.answer(), bytes, start -> answer(turn, start, left, List.of()));
    }
    if (!fits(shorter, bytes)) {
      left.add("the end of the question");
      shorter = longest(turn.question(), bytes, start -> question(turn, start, left));
    }
    if (!fits(shorter, bytes)) {
      throw new IllegalArgumentException(
          "a turn whose inquiry alone is larger than " + bytes + " bytes cannot be remembered");
    }
    return shorter;
  }

  private boolean fits(Turn turn, int bytes) {
    return json.size(turn) <= bytes;
  }

  /** With the longest start of the text that fits; with none of it when nothing does. */
  private Turn longest(String text, int bytes, Function<String, Turn> with) {
    int fitting = 0;
    int tooLong = text.length() + 1;
    while (tooLong - fitting > 1) {
      int middle = (fitting + tooLong) >>> 1;
      if (fits(with.apply(start(text, middle)), bytes)) {
        fitting = middle;
      } else {
        tooLong = middle;
      }
    }
    return with.apply(start(text, fitting));
  }

  /** Never half of a surrogate pair. */
  private static String start(String text, int length) {
    boolean splits = length > 0 && Character.isHighSurrogate(text.charAt(length - 1));
    return text.substring(0, splits ? length - 1 : length);
  }

  private static Turn answer(Turn turn, String answer, List<String> left, List<String> findings) {
    return copy(turn, turn.question(), noted(answer + "…", left), findings, List.of());
  }

  private static Turn question(Turn turn, String question, List<String> left) {
    return copy(turn, question + "…", noted("…", left), List.of(), List.of());
  }

  private static String noted(String answer, List<String> left) {
    return answer + " (Too long to be remembered whole: without " + String.join(", ", left) + ".)";
  }

  private static String counted(List<?> things, String word) {
    return things.size() + " " + word + (things.size() == 1 ? "" : "s");
  }

  private static Turn copy(
      Turn turn, String question, String answer, List<String> findings, List<Fact> facts) {
    return new Turn(
        turn.id(),
        turn.askedAt(),
        turn.asker(),
        turn.inPrivate(),
        question,
        answer,
        turn.inquiry(),
        findings,
        facts);
  }
}

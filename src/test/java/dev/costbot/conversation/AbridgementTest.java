package dev.costbot.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class AbridgementTest {
  private final TurnJson json = new TurnJson();
  private final Abridgement abridgement = new Abridgement(json);

  @Test
  void leavesATurnThatFitsAsItIs() {
    Turn turn = Turns.withFacts("1", 3, "You spent 123.40 USD.");

    assertThat(abridgement.fit(turn, json.size(turn))).isSameAs(turn);
  }

  @Test
  void dropsTheFactsFirst() {
    Turn turn = Turns.withFacts("1", 30, "You spent 123.40 USD.");
    Turn shorter = abridgement.fit(turn, json.size(turn) - 1);

    assertThat(shorter.facts()).isEmpty();
    assertThat(shorter.answer())
        .isEqualTo("You spent 123.40 USD. (Too long to be remembered whole: without 30 facts.)");
    assertThat(shorter.findings()).isEqualTo(turn.findings());
  }

  @Test
  void cutsTheAnswerWithoutSplittingACharacter() {
    Turn turn = Turns.answered("1", Turns.NOON, "💶".repeat(1_000));
    for (int bytes = 1_000; bytes < 1_010; bytes++) {
      Turn shorter = abridgement.fit(turn, bytes);

      assertThat(json.size(shorter)).isBetween(bytes - 7, bytes);
      assertThat(shorter.answer())
          .matches("(💶)+… \\(Too long to be remembered whole: without the end of the answer.\\)");
    }
  }

  @Test
  void cutsFindingsAndQuestionWhenItMust() {
    Turn turn =
        new Turn(
            "1",
            Turns.NOON,
            "U1",
            false,
            "q".repeat(5_000),
            "a".repeat(5_000),
            Turns.waste(),
            Collections.nCopies(500, "ebs-volume-gp2:111122223333:eu-west-1:vol-1"),
            List.of(Turns.fact("one")));
    Turn shorter = abridgement.fit(turn, 2_000);

    assertThat(json.size(shorter)).isLessThanOrEqualTo(2_000);
    assertThat(shorter.question()).startsWith("qqqq").endsWith("…");
    assertThat(shorter.findings()).isEmpty();
    assertThat(shorter.answer())
        .contains("without 1 fact, the end of the answer, 500 findings, the end of the question");
  }

  @Test
  void refusesWhatCannotBeMadeToFit() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> abridgement.fit(Turns.turn("1", Turns.NOON), 100))
        .withMessageContaining("100 bytes");
  }
}

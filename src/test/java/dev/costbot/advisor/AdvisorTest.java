package dev.costbot.advisor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.costbot.conversation.Turn;
import dev.costbot.knowledge.KeywordRetrieval;
import dev.costbot.model.Answer;
import dev.costbot.model.Answer.Claim;
import dev.costbot.model.Answer.Spent;
import dev.costbot.model.Finding;
import dev.costbot.model.Inquiry.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdvisorTest {
  private static final Finding UNATTACHED =
      HandMade.volume("ebs-volume-unattached", "vol-00000001", "us-east-1", "10.00");

  private final FakeAccount account =
      new FakeAccount()
          .with(HandMade.assessment(List.of(UNATTACHED)))
          .with(
              HandMade.series(
                  "2026-11-09",
                  "2026-11-15",
                  List.of(HandMade.cost("2026-11-10", "Amazon Simple Storage Service", "3.50"))));

  /** Answers with a text, or not at all. */
  private static final class FakeModel implements LanguageModel {
    private final Optional<String> text;
    private final List<Prompt> asked = new ArrayList<>();

    FakeModel(Optional<String> text) {
      this.text = text;
    }

    @Override
    public String name() {
      return "fake-1";
    }

    @Override
    public Reply complete(Prompt prompt) throws ModelUnavailableException {
      asked.add(prompt);
      return new Reply(
          text.orElseThrow(() -> new ModelUnavailableException("the model did not answer in time")),
          42);
    }
  }

  @Test
  void answersByRulesWithoutAModel() {
    Answer answer = ask("what are we wasting?");

    assertThat(answer.text()).startsWith("10.00 USD a month could be saved: 1 finding.");
    assertThat(answer.model()).isEqualTo("rules");
    assertThat(answer.findings()).containsExactly(UNATTACHED);
    assertThat(answer.cost()).isEqualTo(new Spent(1, 0));
  }

  @Test
  void aModelWordsTheAnswerAndTheRestStays() {
    Answer byRules = ask("what are we wasting?");
    FakeModel model = new FakeModel(Optional.of("You could save {waste.total}, all in one place."));

    Answer answer = ask("what are we wasting?", List.of(), model);

    assertThat(answer.text()).contains("You could save 10.00 USD").doesNotContain("1 finding.");
    assertThat(answer.model()).isEqualTo("fake-1");
    assertThat(answer.cost().modelTokens()).isEqualTo(42);
    assertThat(answer.facts()).isEqualTo(byRules.facts());
    assertThat(answer.tables()).isEqualTo(byRules.tables());
    assertThat(answer.findings()).isEqualTo(byRules.findings());
    assertThat(answer.notes()).isEqualTo(byRules.notes());
  }

  @Test
  void aModelsWordsReplaceNoCaveat() {
    Answer spend =
        ask(
            "what did we spend in eu-west-1 last week?",
            List.of(),
            new FakeModel(Optional.of("You spent {spend.total}.")));
    assertThat(spend.claims().getFirst().text())
        .startsWith("The bill here does not tell regions apart");
    assertThat(spend.claims().get(1).text()).startsWith("You spent 3.50 USD");

    Answer fix =
        ask(
            "how do I fix the unattached volumes?",
            List.of(),
            new FakeModel(Optional.of("This saves {fix.total}.")));
    assertThat(fix.claims().getFirst().text()).startsWith("This saves 10.00 USD");
    assertThat(fix.claims().getLast().text())
        .isEqualTo("Nothing changes before you apply it; look at the plan first.");
    assertThat(fix.fix()).isNotNull();
  }

  @Test
  void whereTheModelFailsTheRulesWordsStandWithANote() {
    Answer byRules = ask("what are we wasting?");

    Answer answer = ask("what are we wasting?", List.of(), new FakeModel(Optional.empty()));

    assertThat(answer.claims()).isEqualTo(byRules.claims());
    assertThat(answer.model()).isEqualTo("rules");
    assertThat(answer.notes()).endsWith("the model did not answer in time; written by rules");
  }

  @Test
  void whatAModelMakesUpDoesNotReachThePerson() {
    Answer answer =
        ask("what are we wasting?", List.of(), new FakeModel(Optional.of("You waste 99,999 USD.")));

    assertThat(answer.text()).startsWith("10.00 USD a month").doesNotContain("99,999");
    assertThat(answer.model()).isEqualTo("rules");
    assertThat(answer.cost().modelTokens()).isEqualTo(42);
  }

  @Test
  void noModelIsAskedWhereThereAreNoFacts() {
    FakeModel model = new FakeModel(Optional.of("Hello."));

    for (String question : List.of("help", "sing a song", "spend on 2026-02-30", "waste in S3")) {
      assertThat(ask(question, List.of(), model).model()).isEqualTo("rules");
    }
    assertThat(model.asked).isEmpty();
  }

  @Test
  void factsThatCannotBeHadAreTheAnswer() {
    Answer noScan =
        advisor(Optional.empty())
            .answer("what are we wasting?", List.of(), new FakeAccount(), Duration.ZERO);
    Answer noBill =
        advisor(Optional.empty()).answer("spend", List.of(), new FakeAccount(), Duration.ZERO);

    assertThat(noScan.text()).isEqualTo("no account could be read: no credentials");
    assertThat(noScan.inquiry().topic()).isEqualTo(Topic.WASTE);
    assertThat(noBill.text()).isEqualTo("Cost Explorer refused: ce:GetCostAndUsage is missing");
    assertThat(noBill.facts()).isEmpty();
  }

  @Test
  void aQuestionThatCannotBeAnsweredSaysWhy() {
    assertThat(ask("how much did we spend next month?").text())
        .isEqualTo(
            "That cannot be answered: next month lies ahead, and what will be spent is not known here.");
  }

  /** Words of a guide stand in some of these, but none asks for it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "reboot the server",
        "who took the backup?",
        "what is the weather in Paris?",
        "why is the sky blue?",
        "why does it rain on available disks and addresses?"
      })
  void answersNothingFromAGuideThatWasNotAskedFor(String question) {
    Answer answer = ask(question);

    assertThat(answer.text()).doesNotContain("How to fix");
    assertThat(answer.findings()).isEmpty();
  }

  @Test
  void whyCostsRoseIsAnsweredFromTheBill() {
    Answer answer = ask("why did costs rise last week?");

    assertThat(answer.inquiry().topic()).isEqualTo(Topic.SPEND);
    assertThat(answer.text()).startsWith("3.50 USD was spent on all services last week");
  }

  @Test
  void explainsFromTheGuideThatWasAskedFor() {
    Answer answer = ask("is it safe to release elastic ips?");

    assertThat(answer.claims().getFirst().text())
        .isEqualTo("Elastic IP addresses associated with nothing.");
    assertThat(answer.text()).contains("When it is fine: ", "How to undo: ");
    assertThat(answer.suggestions())
        .containsExactly("which unassociated elastic ips do we pay for?");
  }

  @Test
  void explainsBrieflyWhatSeveralGuidesAreAbout() {
    Answer answer = ask("explain volumes");

    assertThat(answer.claims())
        .extracting(Claim::text)
        .satisfiesExactlyInAnyOrder(
            text -> assertThat(text).startsWith("gp2 volumes that gp3 would serve for less. Why"),
            text -> assertThat(text).startsWith("EBS volumes attached to nothing. Why it costs: "));
    assertThat(answer.suggestions())
        .containsExactlyInAnyOrder("explain gp2 volumes", "explain unattached volumes");
  }

  @Test
  void helpSaysWhatCanBeAskedAndAllOfItIsUnderstood() {
    Answer help = ask("help");

    assertThat(help.inquiry().topic()).isEqualTo(Topic.HELP);
    assertThat(help.suggestions()).isNotEmpty();
    assertThat(help.suggestions())
        .allSatisfy(
            suggestion ->
                assertThat(ask(suggestion).inquiry().topic()).isIn(Topic.WASTE, Topic.SPEND));
  }

  @Test
  void saysThatItDoesNotRememberWhereNothingWasSaidBefore() {
    String forgotten =
        "If it goes on from something said before: that is not remembered here, so please ask in full.";
    Answer waste = ask("what are we wasting?");
    Turn before = HandMade.turn("what are we wasting?", waste.inquiry(), List.of());

    assertThat(ask("how do I fix that?").text()).contains(forgotten);
    assertThat(ask("sing a song", List.of(before)).text()).doesNotContain(forgotten);
  }

  private Answer ask(String question) {
    return ask(question, List.of());
  }

  private Answer ask(String question, List<Turn> history) {
    return advisor(Optional.empty()).answer(question, history, account, Duration.ofSeconds(5));
  }

  private Answer ask(String question, List<Turn> history, FakeModel model) {
    return advisor(Optional.of(new ModelAdvisor(model, false)))
        .answer(question, history, account, Duration.ofSeconds(5));
  }

  private static Advisor advisor(Optional<ModelAdvisor> model) {
    return new Advisor(HandMade.KNOWLEDGE, new KeywordRetrieval(HandMade.KNOWLEDGE), model);
  }
}

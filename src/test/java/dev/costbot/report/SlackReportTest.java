package dev.costbot.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.costbot.model.Answer;
import dev.costbot.model.Answer.Claim;
import dev.costbot.model.Answer.Table;
import dev.costbot.model.Fact;
import dev.costbot.model.Finding;
import dev.costbot.model.Fix;
import dev.costbot.model.Inquiry.Topic;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SlackReportTest {
  private static final SlackOptions TWELVE = new SlackOptions(12, true, null);

  @Test
  void rendersWasteSpendAndFix() throws Exception {
    golden("slack-waste.json", SlackReport.render(Answers.waste(), TWELVE));
    golden(
        "slack-spend.json",
        SlackReport.render(Answers.spend(), TWELVE.withQuestion("what did we spend? <!here>")));
    golden("slack-fix.json", SlackReport.render(Answers.fix(), TWELVE));
  }

  @Test
  void rendersAnApologyAndAQuestion() throws Exception {
    golden("slack-apology.json", Apology.render("AWS said <no>.", "why `so` *much*? <!channel>"));
    golden("slack-question.json", AskedQuestion.render("U0ASKER", "<!channel> what's *that*?"));
  }

  @Test
  void cutsALongListAndOffersTheRest() {
    Answer answer = Answers.withFix(null, Answers.volumes(30), 47);
    SlackMessage message = SlackReport.render(answer, TWELVE);

    assertThat(message.toJson())
        .contains("12 of 47 shown, together 120.00 USD a month")
        .contains("\"value\":\"the next 12\"");
    assertThat(SlackReport.shown(answer, TWELVE)).isEqualTo(answer.findings().subList(0, 12));
  }

  @Test
  void offersOnlyAsManyAsAreLeft() {
    Answer answer = Answers.withFix(null, Answers.volumes(12), 13);

    assertThat(SlackReport.render(answer, TWELVE).toJson()).contains("\"value\":\"the next one\"");
  }

  @Test
  void givesEveryButtonAnIdOfItsOwn() {
    assertThat(SlackReport.render(Answers.waste(), TWELVE).toJson())
        .contains("\"action_id\":\"ask_1\"", "\"action_id\":\"ask_2\"")
        .contains("\"value\":\"how do I fix that?\"");
  }

  @Test
  void listsQuestionsWhereButtonsDoNotWork() {
    SlackMessage message = SlackReport.render(Answers.waste(), new SlackOptions(12, false, null));

    assertThat(message.toJson())
        .doesNotContain("\"button\"")
        .contains("Ask next: how do I fix that? · and in eu-west-1?");
  }

  @Test
  void leavesOutAFileThatDoesNotFitWholeAndSaysHowToGetIt() {
    String line = "resource \"aws_ebs_volume\" \"v\" { size = 100 }\n";
    Answer answer =
        Answers.withFix(
            new Fix(
                Map.of("ebs-volume-gp2.tf", line.repeat(1_000), "providers.tf", line.repeat(60)),
                List.of("Run terraform plan.")),
            Answers.volumes(5),
            5);
    SlackMessage message = SlackReport.render(answer, TWELVE);

    assertThat(message.toJson())
        .contains("Left out, because it does not fit whole: ebs-volume-gp2.tf (1000 lines)")
        .contains("./costbot fix ebs-volume-gp2 --out fix");
    // All of the file that fits, whatever number of sections that takes.
    assertThat(message.toJson().split("size = 100", -1)).hasSize(60 + 1);
    SlackLimits.holdFor(message);
  }

  @Test
  void keepsTerraformThatIsCopiedFromSlackMeaningTheSame() {
    String shown = Mrkdwn.terraformLines("a = \"x```y\u202Ez\u001B\" # <&>\n");

    // The escapes are HCL's own for the same characters; Slack turns entities back when it shows
    // them.
    assertThat(shown).isEqualTo("a = \"x\\u0060\\u0060\\u0060y\\u202ez\\u001b\" # &lt;&amp;&gt;\n");
  }

  @Test
  void mayBeMarkedAsARepeat() {
    SlackMessage message = SlackReport.render(Answers.waste(), TWELVE).mayRepeat();

    assertThat(message.text()).startsWith("This may be a repeat: ");
    assertThat(message.blocks().getFirst().toString()).contains("This may be a repeat: ");
  }

  @Test
  void sendsNoEmptyTexts() {
    Answer blank =
        Answers.answer(
            Topic.OTHER,
            List.of(new Claim("\u0000", List.of())),
            List.of(),
            List.of(new Table("", List.of())),
            List.of(),
            0,
            null);

    SlackLimits.holdFor(SlackReport.render(blank, TWELVE));
  }

  @Test
  void countsEverythingItCuts() {
    List<Claim> claims =
        IntStream.range(0, 40)
            .mapToObj(i -> new Claim("Sentence. ".repeat(10), List.of()))
            .toList();
    List<Fact> facts =
        IntStream.range(0, 90)
            .mapToObj(i -> Answers.fact("f" + i, "Service number " + i, i + ".00", "2026-11"))
            .toList();
    Table table = new Table("By service", facts.stream().map(Fact::id).toList());
    SlackMessage message =
        SlackReport.render(
            Answers.answer(
                Topic.SPEND, claims, facts, List.of(table), Answers.volumes(20), 20, null),
            TWELVE);

    // 2,000 characters hold 19 sentences of 100 characters and their line ends.
    assertThat(message.toJson())
        .contains("… and 21 more sentences")
        .containsPattern("[0-9]+ of 90 rows shown: ask for")
        .contains("12 of 20 shown")
        .contains("\"value\":\"the next 8\"");
    SlackLimits.holdFor(message);
  }

  @Test
  void survivesBeingStored() {
    SlackMessage message = SlackReport.render(Answers.fix(), TWELVE);

    assertThat(SlackMessage.parse(message.toJson())).isEqualTo(message);
    assertThatThrownBy(() -> SlackMessage.parse("{\"secret\":1}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("secret");
  }

  @Test
  void losesNoWordsInPlainerForms() {
    SlackMessage message = SlackReport.render(Answers.waste(), TWELVE);

    assertThat(message.asText().blocks()).isEmpty();
    for (Finding finding : Answers.three()) {
      assertThat(message.asText().text()).contains(finding.resource().id().id());
      assertThat(message.inSections().toJson()).contains(finding.resource().id().id());
    }
    assertThat(message.asText().text()).contains("Ask next: how do I fix that?");
  }

  private static void golden(String file, SlackMessage message) throws Exception {
    ObjectMapper json = new ObjectMapper();
    Golden.holds(
        file,
        json.writerWithDefaultPrettyPrinter()
                .writeValueAsString(json.readTree(message.toJson()))
                .replace("\r\n", "\n")
            + "\n");
    SlackLimits.holdFor(message);
  }
}

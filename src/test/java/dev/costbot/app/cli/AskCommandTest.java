package dev.costbot.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions on the command line, over the sample account, whose today is Friday 2026-11-20. */
class AskCommandTest {
  private static final String FOCUS = "src/test/resources/focus/focus-1.0-sample-cut.csv";
  private static final String LAST_WEEK = "how much did we spend last week by service?";
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  private Cli.Run ask(String... arguments) {
    return ask(new Cli(folder), arguments);
  }

  private static Cli.Run ask(Cli cli, String... arguments) {
    return cli.run(
        Stream.concat(Stream.of("ask", "--source=sample"), Stream.of(arguments))
            .toArray(String[]::new));
  }

  private JsonNode json(String... arguments) throws IOException {
    Cli.Run run =
        ask(Stream.concat(Stream.of("--json"), Stream.of(arguments)).toArray(String[]::new));
    assertThat(run.exit()).isZero();
    return JSON.readTree(run.out());
  }

  @Test
  void printsTheFieldsOfTheContract() throws IOException {
    JsonNode answer = json("how do I fix unattached volumes?");
    assertThat(answer.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("answer", "claims", "facts", "findings", "fix", "model", "cost");
    assertThat(answer.path("claims").get(0).fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("text", "facts");
    assertThat(answer.path("facts").get(0).fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("id", "label", "value", "unit", "period", "source", "asOf");
    assertThat(answer.path("fix").path("files").fieldNames())
        .toIterable()
        .isNotEmpty()
        .allMatch(name -> name.endsWith(".tf"));
    assertThat(answer.path("cost").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("costExplorerCalls", "modelTokens");
    assertThat(answer.path("model").asText()).isEqualTo("rules");
    assertThat(json(LAST_WEEK).path("fix").isNull()).isTrue();
  }

  /**
   * The sums are those of the bundled bill, which is where the sample's costs come from:
   *
   * <pre>
   * awk -F, '!/^#/ &amp;&amp; $1&gt;="2026-11-09" &amp;&amp; $1&lt;="2026-11-15" {all+=$4; of[$2]+=$4}
   *   END {print all; for (s in of) print s, of[s]}' src/main/resources/sample/costs.csv
   * 1288.8200225778 in all
   *  420.0501852796 EC2 - Other
   *  417.9004273432 Amazon Elastic Compute Cloud - Compute
   *  242.5283046865 Amazon Relational Database Service
   * 1018.9782591304 in all, 2026-11-02 to 2026-11-08
   * </pre>
   */
  @Test
  void itsSumsAreThoseOfTheBill() throws IOException {
    JsonNode answer = json(LAST_WEEK);
    assertThat(value(answer, "spend.total")).isEqualTo("1288.82");
    // 1288.8200225778 - 1018.9782591304 = 269.8417634474
    assertThat(value(answer, "spend.change")).isEqualTo("269.84");
    assertThat(labelled(answer, "EC2 - Other")).isEqualTo("420.05");
    assertThat(labelled(answer, "Amazon Elastic Compute Cloud - Compute")).isEqualTo("417.90");
    assertThat(labelled(answer, "Amazon Relational Database Service")).isEqualTo("242.53");
    assertThat(answer.path("answer").asText())
        .contains("1,288.82 USD")
        .contains("2026-11-09 to 2026-11-15");
  }

  @Test
  void aNamedThreadLastsFromRunToRun() throws IOException {
    ask("--thread", "review", "what are we wasting in eu-west-1?");
    JsonNode answer = json("--thread", "review", "how do I fix that?");
    assertThat(answer.path("findings"))
        .isNotEmpty()
        .allSatisfy(
            finding -> assertThat(finding.at("/resource/region").asText()).isEqualTo("eu-west-1"));
    assertThat(json("--thread", "other", "how do I fix that?").path("answer").asText())
        .contains("that is not remembered here");
  }

  @Test
  void withoutANameTheLastHalfHourIsRemembered() throws IOException {
    ask("what are we wasting in eu-west-1?");
    assertThat(json("how do I fix that?").path("findings"))
        .isNotEmpty()
        .allSatisfy(
            finding -> assertThat(finding.at("/resource/region").asText()).isEqualTo("eu-west-1"));

    Path history = folder.resolve("costbot/conversations.json");
    JsonNode kept = JSON.readTree(Files.readString(history)).path("aliases").path("local#sample#");
    // As if half an hour had passed since.
    Files.writeString(
        history,
        Files.readString(history).replace(kept.path("expires").asText(), "2026-11-20T00:00:00Z"));
    assertThat(json("how do I fix that?").path("answer").asText())
        .contains("that is not remembered here");
  }

  @Test
  void severalWordsWithoutQuotesAreOneQuestion() {
    assertThat(ask("what", "are", "we", "wasting?").out()).contains("a month");
  }

  /** The sum is by src/test/resources/focus/sum.py: 6.20830011644 in all. */
  @Test
  void theBillOfAFocusFileIsTakenInstead() throws IOException {
    JsonNode answer = json("--costs", FOCUS, "how much did we spend in september 2024?");
    assertThat(value(answer, "spend.total")).isEqualTo("6.21");
    assertThat(answer.path("facts").get(0).path("source").asText())
        .contains("focus-1.0-sample-cut.csv", "BilledCost");
    assertThat(answer.at("/cost/costExplorerCalls").asInt()).isZero();
  }

  @Test
  void aFocusFileOfOtherDaysIsSaidToBeThatInTheAnswer() {
    Cli.Run run = ask("--costs", FOCUS, LAST_WEEK);
    assertThat(run.out()).contains("holds costs of 2024-09-01 to 2024-09-30, none of 2026-11-09");
    assertThat(run.exit()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/nowhere/bill.csv", "src", "pom.xml"})
  void aFileThatIsNoFocusFileIsWrongUsage(String file) {
    Cli.Run run = ask("--costs", file, LAST_WEEK);
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("--costs: ").contains(file).doesNotContain("\tat ");
  }

  @Test
  void aDamagedHistoryIsLeftAloneAndSaidToBeOne() throws IOException {
    Path history = folder.resolve("costbot/conversations.json");
    Files.createDirectories(history.resolveSibling(""));
    Files.writeString(history, "{\"aliases\": ");
    Cli.Run run = ask(LAST_WEEK);
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err()).contains(history.toString()).doesNotContain("\tat ");
    assertThat(history).hasContent("{\"aliases\": ");
  }

  @Test
  void aHistoryThatMayNotBeReadIsSaidToBeThat() throws IOException {
    Files.createDirectories(folder.resolve("costbot/conversations.json"));
    Cli.Run run = ask(LAST_WEEK);
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err())
        .contains("conversations.json cannot be read")
        .doesNotContain("\tat ")
        .doesNotContain("defect");
  }

  @Test
  void aStateFolderThatCannotBeWrittenCostsTheFollowUpAndNotTheAnswer() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    Cli.Run run = ask(new Cli(file), LAST_WEEK);
    assertThat(run.out()).contains("1,288.82 USD");
    assertThat(run.err()).contains("a follow-up will not be understood").doesNotContain("\tat ");
    assertThat(run.exit()).isZero();
  }

  private static String value(JsonNode answer, String fact) {
    return fact(answer, "id", fact);
  }

  private static String labelled(JsonNode answer, String label) {
    return fact(answer, "label", label);
  }

  private static String fact(JsonNode answer, String field, String wanted) {
    return answer
        .path("facts")
        .valueStream()
        .filter(fact -> fact.path(field).asText().equals(wanted))
        .findFirst()
        .orElseThrow()
        .path("value")
        .asText();
  }
}

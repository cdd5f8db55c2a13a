package dev.costbot.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.costbot.model.EbsVolume;
import dev.costbot.model.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MachineReportsTest {

  @Test
  void rendersAnAnswerAsJson() {
    Golden.holds("answer-waste.json", AnswerJson.render(Answers.waste()));
  }

  @Test
  void rendersAFixAsJson() {
    Golden.holds("answer-fix.json", AnswerJson.render(Answers.fix()));
  }

  @Test
  void rendersACheckAsJson() {
    Golden.holds("check.json", CheckJson.render(Answers.assessment(), Answers.three()));
  }

  @Test
  void rendersACheckAsCsv() {
    Golden.holds("check.csv", CheckCsv.render(Answers.three()));
  }

  @Test
  void namesExactlyTheFieldsOfTheContract() throws Exception {
    JsonNode check =
        new ObjectMapper().readTree(CheckJson.render(Answers.assessment(), Answers.three()));

    assertThat(check.fieldNames())
        .toIterable()
        .containsExactly(
            "accounts",
            "scannedAt",
            "resources",
            "unread",
            "undecided",
            "findings",
            "totalMonthlySavings",
            "unpriced");
    assertThat(check.at("/findings/0").fieldNames())
        .toIterable()
        .containsExactly(
            "id",
            "check",
            "severity",
            "resource",
            "monthlySavings",
            "formula",
            "reason",
            "confidence",
            "effort",
            "risk",
            "undo");
    assertThat(check.at("/findings/0/resource").fieldNames())
        .toIterable()
        .containsExactly("id", "arn", "type", "account", "region", "name");
  }

  @Test
  void writesMoneyAsStringsAndUnknownMoneyAsNull() throws Exception {
    JsonNode check =
        new ObjectMapper().readTree(CheckJson.render(Answers.assessment(), Answers.three()));

    assertThat(check.at("/findings/0/monthlySavings/amount").isTextual()).isTrue();
    assertThat(check.at("/findings/0/monthlySavings/amount").asText()).isEqualTo("10.00");
    assertThat(check.at("/findings/2/monthlySavings").isNull()).isTrue();
    // 10.00 + 3.65; the third has no price
    assertThat(check.at("/totalMonthlySavings/amount").asText()).isEqualTo("13.65");
    assertThat(check.at("/unpriced").asInt()).isEqualTo(1);
    assertThat(check.at("/findings/0/resource/name").asText()).isEqualTo(Answers.FILE_FUNCTION);
  }

  @Test
  void letsNoNameInCsvMoveTheCursor() {
    assertThat(CheckCsv.render(Answers.three()).codePoints().toArray())
        .doesNotContain(0x1B, 0x202E);
  }

  @Test
  void quotesCellsAsRfc4180Says() {
    String csv = CheckCsv.render(List.of(Answers.gp2("1", "a \"b\", c\nd")));

    assertThat(csv).contains(",\"a \"\"b\"\", c\nd\",").endsWith("\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "＝1"})
  void keepsSpreadsheetsFromRunningAName(String name) {
    Finding finding = Answers.gp2("1", name);

    assertThat(((EbsVolume) finding.resource()).name()).isEqualTo(name);
    assertThat(CheckCsv.render(List.of(finding))).contains(",'" + name + ",10.00,USD,");
  }
}

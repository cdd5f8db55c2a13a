package dev.costbot.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can be chosen of a scan, over the sample account. */
class CheckCommandTest {
  private static final List<String> CHECKS =
      List.of(
          "ebs-snapshot-old",
          "ebs-volume-gp2",
          "ebs-volume-unattached",
          "ec2-instance-stopped",
          "elastic-ip-unassociated");
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path state;
  private Cli cli;

  @BeforeEach
  void start() {
    cli = new Cli(state);
  }

  private Cli.Run check(String... arguments) {
    String[] all = new String[arguments.length + 2];
    all[0] = "check";
    all[1] = "--source=sample";
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    return cli.run(all);
  }

  private JsonNode json(String... arguments) throws Exception {
    String[] all = new String[arguments.length + 1];
    all[0] = "--format=json";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return JSON.readTree(check(all).out());
  }

  @Test
  void printsTheFieldsOfTheContract() throws Exception {
    JsonNode report = json();
    assertThat(report.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder(
            "accounts",
            "scannedAt",
            "resources",
            "unread",
            "undecided",
            "findings",
            "totalMonthlySavings",
            "unpriced");
    JsonNode finding = report.path("findings").get(0);
    assertThat(finding.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder(
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
    assertThat(finding.path("resource").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("id", "arn", "type", "account", "region", "name");
    assertThat(finding.path("monthlySavings").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("amount", "currency", "priceSource", "asOf");
    assertThat(finding.at("/monthlySavings/amount").isTextual()).isTrue();
  }

  @Test
  void saysWhoseAccountAndWhichDayItIsOnStandardErrorOnly() {
    Cli.Run run = check();
    assertThat(run.exit()).isZero();
    assertThat(run.err()).contains("its today is 2026-11-20");
    assertThat(run.out()).doesNotContain("its today is");
  }

  @Test
  void onlyNarrowsFindingsAndTheirTotal() throws Exception {
    JsonNode report = json("--only=ebs-volume-gp2,elastic-ip-unassociated");
    assertThat(report.path("findings").valueStream().map(f -> f.path("check").asText()).distinct())
        .containsExactlyInAnyOrder("ebs-volume-gp2", "elastic-ip-unassociated");
    assertThat(report.at("/totalMonthlySavings/amount").asText())
        .isNotEqualTo(json().at("/totalMonthlySavings/amount").asText());
  }

  @Test
  void regionsNarrowTheScan() throws Exception {
    JsonNode report = json("--regions", "eu-west-1");
    assertThat(
            report
                .path("findings")
                .valueStream()
                .map(finding -> finding.at("/resource/region").asText()))
        .isNotEmpty()
        .containsOnly("eu-west-1");
    assertThat(json("--regions=all")).isEqualTo(json());
  }

  @Test
  void aRegionTheSampleDoesNotHaveIsNotJustWithoutWaste() {
    Cli.Run run = check("--regions", "eu-west-3");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("the sample account has no region eu-west-3");
  }

  @ParameterizedTest
  @CsvSource({"low, 1", "high, 1", "HIGH, 1", "critical, 0"})
  void failsOnASeverityOrAbove(String severity, int exit) {
    assertThat(check("--fail-on", severity).exit()).isEqualTo(exit);
  }

  @Test
  void failsOnlyOnWhatIsShown() {
    assertThat(check("--fail-on=high", "--only=elastic-ip-unassociated").exit()).isZero();
  }

  @Test
  void csvHasALineAFinding() throws Exception {
    Cli.Run run = check("--format=csv", "--only=elastic-ip-unassociated");
    List<String> lines = run.out().lines().toList();
    assertThat(lines.getFirst()).startsWith("id,check,severity,resourceId,arn,type,account,region");
    assertThat(lines).hasSize(1 + json("--only=elastic-ip-unassociated").path("findings").size());
  }

  @Test
  void listNamesEveryCheckWithItsParameters() {
    Cli.Run run = cli.run("check", "--list");
    assertThat(run.exit()).isZero();
    assertThat(run.out().lines().filter(line -> !line.startsWith(" ")))
        .containsExactlyElementsOf(CHECKS);
    assertThat(run.out())
        .contains("  minimum-age-days = 90: days after which a snapshot is old".substring(0, 24));
  }

  @Test
  void explainPrintsTheGuideOfEachCheck() {
    for (String check : CHECKS) {
      Cli.Run run = cli.run("check", "--explain", check);
      assertThat(run.exit()).isZero();
      assertThat(run.out()).startsWith("# ").contains("## ");
    }
  }

  @ParameterizedTest
  @CsvSource({"--only", "--explain"})
  void anUnknownCheckIsWrongUsageAndTheKnownOnesAreNamed(String option) {
    Cli.Run run = check(option, "ebs-volume-gp3");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("There is no check \"ebs-volume-gp3\"").contains(CHECKS);
  }

  @Test
  void anotherAccountThanTheSamplesIsWrongUsage() {
    assertThat(check("--accounts=123456789012").exit()).isZero();
    assertThat(check("--accounts=999999999999").exit()).isEqualTo(2);
  }

  @Test
  void aThresholdOfTheSettingsCounts() throws Exception {
    int before = json("--only=ebs-snapshot-old").path("findings").size();
    cli.with("COSTBOT_CONFIG", "{\"checks\":{\"ebs-snapshot-old\":{\"minimum-age-days\":36500}}}");
    assertThat(before).isPositive();
    assertThat(json("--only=ebs-snapshot-old").path("findings")).isEmpty();
  }
}

package dev.costbot.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Help, and what is said to whoever used it wrongly. */
class UsageTest {
  @TempDir Path folder;

  private Cli cli() {
    return new Cli(folder);
  }

  @ParameterizedTest
  @CsvSource({
    "chek, Unmatched argument at index 0",
    "check --fail-on=bad, expected one of [LOW",
    "check --format=xml, expected one of [TEXT",
    "check --source=both, expected one of [LIVE",
    "check --nonsense, Unknown option: '--nonsense'",
    "ask, Missing required parameter: 'QUESTION'",
    "fix, Missing required parameter: 'CHECK|FINDING'",
    "serve --port=many, is not an int"
  })
  void wrongUsageIsExplainedOnStandardError(String arguments, String told) {
    Cli.Run run = cli().run(arguments.split(" ", -1));
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(told);
  }

  @Test
  void withoutACommandItSaysWhatThereIs() {
    Cli.Run run = cli().run();
    assertThat(run.exit()).isZero();
    assertThat(run.out())
        .contains("demo", "ask", "check", "fix", "serve", "test", "package")
        .contains("Exit: 0 fine; 1 findings");
  }

  @ParameterizedTest
  @ValueSource(strings = {"demo", "ask", "check", "fix", "serve"})
  void everyCommandHasHelp(String command) {
    Cli.Run run = cli().run(command, "--help");
    assertThat(run.exit()).isZero();
    assertThat(run.out()).startsWith("Usage: costbot " + command);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "check --list",
        "ask what-are-we-wasting --source=sample",
        "fix ebs-volume-gp2 --source=sample"
      })
  void aSettingsFileWithAMistakeIsNamed(String arguments) throws IOException {
    Path file = folder.resolve("costbot.json");
    Files.writeString(file, "{\n  \"publicChanels\": []\n}\n");
    Cli.Run run = cli().with("COSTBOT_CONFIG", file.toString()).run(arguments.split(" ", -1));
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains(file + ": there is no setting \"publicChanels\"")
        .doesNotContain("\tat ");
  }

  @ParameterizedTest
  @CsvSource({
    "/nowhere/costbot.json, 'COSTBOT_CONFIG names /nowhere/costbot.json, which cannot be read'",
    "'{\"checks\":{\"ebs-snapshot-old\":{\"minimum-age-days\":-1}}}', expected zero or more",
    "'{\"checks\":{\"ebs-snapshot-old\":{\"weeks\":1}}}', has no parameter \"weeks\"",
    "'{\"checks\":{\"ebs\":{}}}', there is no check \"ebs\""
  })
  void settingsThatMakeNoSenseAreWrongUsage(String setting, String told) {
    Cli.Run run = cli().with("COSTBOT_CONFIG", setting).run("check", "--list");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("COSTBOT_CONFIG").contains(told);
  }

  @ParameterizedTest
  @CsvSource({"gpt, COSTBOT_MODEL is \"gpt\"", "bedrock, COSTBOT_MODEL_NAME"})
  void aModelThatMakesNoSenseIsWrongUsage(String model, String told) {
    Cli.Run run =
        cli().with("COSTBOT_MODEL", model).run("ask", "--source=sample", "what are we wasting?");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains(told);
  }

  @Test
  void serveWantsASigningSecret() {
    Cli.Run run = cli().run("serve", "--source=sample");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("SLACK_SIGNING_SECRET is not set");
  }

  @ParameterizedTest
  @CsvSource({
    "SLACK_SIGNING_SECRET, s, --port=99999, Nothing can listen at 127.0.0.1:99999",
    "SLACK_SIGNING_SECRET, s, --host=203.0.113.1, Nothing can listen at 203.0.113.1:8080",
    "COSTBOT_CACHE_TABLE, t, --port=0, 'Set all of COSTBOT_CONVERSATIONS_TABLE'",
    "COSTBOT_RESPONSE_ORIGINS, localhost, --port=0, COSTBOT_RESPONSE_ORIGINS wants full origins"
  })
  void serveNamesTheSettingItCannotStartWith(
      String name, String value, String option, String told) {
    Cli.Run run =
        cli()
            .with("SLACK_SIGNING_SECRET", "s")
            .with(name, value)
            .run("serve", "--source=sample", option);
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains(told).doesNotContain("\tat ");
  }

  @Test
  void theDemoRunsToItsEnd() {
    Cli.Run run = cli().run("demo");
    assertThat(run.exit()).isZero();
    assertThat(run.out())
        .contains("/costbot what are we wasting?")
        .contains("import {")
        .contains("refused with status 401")
        .contains("answers posted for the repeat: 0")
        .contains("That was all of it, and it worked.");
  }
}

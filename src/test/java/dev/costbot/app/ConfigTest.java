package dev.costbot.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.costbot.cost.BundledPrices;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigTest {
  @TempDir Path folder;

  @Test
  void withoutASettingAnswersArePrivateAndAccountsAreMasked() {
    for (String nothing : new String[] {"", "  "}) {
      assertThat(Config.of(nothing)).isEqualTo(Config.standard());
    }
    assertThat(Config.of(null).publicChannels()).isEmpty();
    assertThat(Config.of("{}")).isEqualTo(Config.standard());
    assertThat(Config.standard().maskAccountIds()).isTrue();
  }

  @Test
  void readsEverySettingOfAFile() throws IOException {
    Path file = folder.resolve("costbot.json");
    Files.writeString(
        file,
        """
        {"$schema": "costbot.schema.json",
         "askers": {"channels": ["C1"], "people": ["U1"]},
         "publicChannels": ["C2"],
         "questionsPerPersonPerHour": 5,
         "maskAccountIds": false,
         "checks": {"ebs-snapshot-old": {"days": 400}}}
        """);
    assertThat(Config.of(file.toString()))
        .isEqualTo(
            new Config(
                Map.of("channels", List.of("C1"), "people", List.of("U1")),
                List.of("C2"),
                5,
                false,
                Map.of("ebs-snapshot-old", Map.of("days", new BigDecimal(400)))));
  }

  @Test
  void namesTheFileAndTheLineOfAMistake() throws IOException {
    Path file = folder.resolve("costbot.json");
    Files.writeString(file, "{\n  \"publicChannels\": [\"C1\",\n}\n");
    assertThatThrownBy(() -> Config.of(file.toString()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(file + ", line 3: ");
  }

  @Test
  void namesAMisspeltSettingAndWhatThereIs() {
    assertThatThrownBy(() -> Config.of("{\"publicChanels\": []}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "COSTBOT_CONFIG: there is no setting \"publicChanels\"; there are [askers,"
                + " checks, maskAccountIds, publicChannels, questionsPerPersonPerHour]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"publicChannels\": [null]}",
        "{\"publicChannels\": {}}",
        "{\"checks\": {\"ebs-snapshot-old\": null}}",
        "{\"checks\": {\"ebs-snapshot-old\": {\"days\": null}}}",
        "{\"checks\": {\"ebs-snapshot-old\": {\"days\": \"many\"}}}",
        "{\"questionsPerPersonPerHour\": 0}",
        "{\"questionsPerPersonPerHour\": 1.5}",
        "{\"askers\": {\"chanels\": [\"C1\"]}}",
        "{} {}",
        "{",
      })
  void refusesWhatMakesNoSense(String setting) {
    assertThatThrownBy(() -> Config.of(setting))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("COSTBOT_CONFIG");
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "[]", "", "\"text\""})
  void refusesAFileThatHoldsNoSettings(String content) throws IOException {
    Path file = folder.resolve("costbot.json");
    Files.writeString(file, content);
    assertThatThrownBy(() -> Config.of(file.toString()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(file.toString());
  }

  @Test
  void namesAFileThatIsNotThere() {
    assertThatThrownBy(() -> Config.of("/nowhere/costbot.json"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("COSTBOT_CONFIG names /nowhere/costbot.json, which cannot be read");
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"ebs-snapshot-old\": {\"minimum-age-days\": -1}}', minimum-age-days of ebs-snapshot-old is -1",
    "'{\"ebs-snapshot-old\": {\"weeks\": 1}}', has no parameter \"weeks\"",
    "'{\"ebs-snapshots-old\": {\"days\": 1}}', there is no check \"ebs-snapshots-old\"",
  })
  void aThresholdThatMakesNoSenseIsNamed(String checks, String told) {
    Config config = Config.of("{\"checks\": " + checks + "}");
    assertThatThrownBy(() -> new Judge(BundledPrices.list(), config))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("COSTBOT_CONFIG")
        .hasMessageContaining(told);
  }
}

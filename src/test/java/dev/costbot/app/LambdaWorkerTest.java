package dev.costbot.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The deployed functions build themselves from what Terraform sets, and say what is missing. */
class LambdaWorkerTest {
  /** As terraform/apology.tf sets it; the credentials are Lambda's. */
  private static final Map<String, String> APOLOGY =
      Map.of(
          "AWS_REGION", "eu-central-1",
          "AWS_ACCESS_KEY_ID", "AKIDEXAMPLE",
          "AWS_SECRET_ACCESS_KEY", "secret",
          "COSTBOT_CONFIG", "{}",
          "COSTBOT_CONVERSATIONS_TABLE", "costbot-conversations",
          "COSTBOT_DELIVERIES_TABLE", "costbot-deliveries",
          "COSTBOT_PARAMETER_PREFIX", "/costbot");

  @BeforeEach
  void region() {
    System.setProperty("aws.region", "eu-central-1");
  }

  @AfterEach
  void noRegion() {
    System.clearProperty("aws.region");
  }

  /** As terraform/worker.tf sets it. */
  private static Map<String, String> worker() {
    Map<String, String> environment = new HashMap<>(APOLOGY);
    environment.put("COSTBOT_CACHE_TABLE", "costbot-cache");
    environment.put("COSTBOT_MODEL", "rules");
    return environment;
  }

  @Test
  void bothFunctionsBuildThemselvesFromWhatTerraformSets() {
    assertThat(LambdaWorker.of(worker())).isNotNull();
    assertThat(LambdaWorker.replies(APOLOGY)).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"COSTBOT_CACHE_TABLE", "COSTBOT_CONVERSATIONS_TABLE", "COSTBOT_DELIVERIES_TABLE"})
  void namesATableThatIsNotSet(String table) {
    Map<String, String> environment = worker();
    environment.remove(table);
    assertThatThrownBy(() -> LambdaWorker.of(environment))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(table + " is not set: it names a DynamoDB table");
  }

  @ParameterizedTest
  @CsvSource({
    "COSTBOT_MODEL, gpt, COSTBOT_MODEL is \"gpt\"",
    "COSTBOT_MODEL, openai, COSTBOT_MODEL_NAME",
    "COSTBOT_MODEL, bedrock, COSTBOT_MODEL_NAME",
    "COSTBOT_CONFIG, '{\"askrs\":{}}', there is no setting \"askrs\"",
    "COSTBOT_RESPONSE_ORIGINS, localhost, COSTBOT_RESPONSE_ORIGINS"
  })
  void namesASettingThatMakesNoSenseWhenItStarts(String name, String value, String told) {
    Map<String, String> environment = worker();
    environment.put(name, value);
    assertThatThrownBy(() -> LambdaWorker.of(environment))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(told);
  }

  @Test
  void aModelWithAKeyInSsmNeedsNoneToStart() {
    Map<String, String> environment = worker();
    environment.put("COSTBOT_MODEL", "deepseek");
    assertThat(LambdaWorker.of(environment)).isNotNull();
  }
}

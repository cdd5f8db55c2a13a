package dev.costbot.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.costbot.app.front.FakeAws;
import dev.costbot.app.front.ParameterStore;
import dev.costbot.app.front.SecretUnavailableException;
import dev.costbot.app.front.SignedCall;
import dev.costbot.app.front.TickingClock;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SecretsTest {
  private final TickingClock clock = new TickingClock();
  private FakeAws aws;

  @BeforeEach
  void start() throws IOException {
    aws = new FakeAws();
  }

  @AfterEach
  void stop() {
    aws.close();
  }

  private Secrets secrets(Map<String, String> environment) {
    return new Secrets(
        environment,
        Optional.of(new ParameterStore(SignedCall.of("ssm", aws.environment(), clock))),
        "/costbot-test",
        clock);
  }

  private void holds(String value) {
    aws.answers(FakeAws.Answer.of(200, "{\"Parameter\":{\"Value\":\"" + value + "\"}}"));
  }

  private void refuses(String type) {
    aws.answers(FakeAws.Answer.of(400, "{\"__type\":\"" + type + "\",\"message\":\"no\"}"));
  }

  @Test
  void areReadByTheirNamesUnderThePrefix() throws SecretUnavailableException {
    holds("xoxb-1");
    Secrets secrets = secrets(Map.of());
    assertThat(secrets.botToken()).contains("xoxb-1");
    assertThat(secrets.modelKey()).contains("xoxb-1");
    assertThat(aws.calls())
        .extracting(FakeAws.Call::body)
        .containsExactly(
            "{\"Name\":\"/costbot-test/slack_bot_token\",\"WithDecryption\":true}",
            "{\"Name\":\"/costbot-test/deepseek_api_key\",\"WithDecryption\":true}");
  }

  @Test
  void aRotatedTokenIsUsedAfterFiveMinutes() throws SecretUnavailableException {
    holds("old");
    Secrets secrets = secrets(Map.of());
    assertThat(secrets.botToken()).contains("old");
    holds("new");
    clock.pass(Duration.ofMinutes(5));
    assertThat(secrets.botToken()).contains("old");
    assertThat(aws.calls()).hasSize(1);
    clock.pass(Duration.ofSeconds(1));
    assertThat(secrets.botToken()).contains("new");
  }

  @Test
  void aParameterThatIsNotThereIsNoToken() throws SecretUnavailableException {
    refuses("ParameterNotFound");
    assertThat(secrets(Map.of()).botToken()).isEmpty();
  }

  @Test
  void aParameterThatMayNotBeReadIsSaidToBeOne() {
    refuses("com.amazon.coral.service#AccessDeniedException");
    assertThatThrownBy(() -> secrets(Map.of()).botToken())
        .isInstanceOfSatisfying(
            SecretUnavailableException.class,
            denied ->
                assertThat(denied.reason())
                    .contains("/costbot-test/slack_bot_token", "AccessDeniedException"));
  }

  @Test
  void aTokenThatIsKnownIsKeptWhileSsmFails() throws SecretUnavailableException {
    holds("old");
    Secrets secrets = secrets(Map.of());
    assertThat(secrets.botToken()).contains("old");
    refuses("ThrottlingException");
    clock.pass(Duration.ofMinutes(6));
    assertThat(secrets.botToken()).contains("old");
  }

  @Test
  void aTokenThatWasDeletedIsForgotten() throws SecretUnavailableException {
    holds("old");
    Secrets secrets = secrets(Map.of());
    assertThat(secrets.botToken()).contains("old");
    refuses("ParameterNotFound");
    clock.pass(Duration.ofMinutes(6));
    assertThat(secrets.botToken()).isEmpty();
  }

  @Test
  void whatTheEnvironmentGivesIsNotLookedUp() throws SecretUnavailableException {
    Secrets secrets = secrets(Map.of("SLACK_BOT_TOKEN", " xoxb-env \n"));
    assertThat(secrets.botToken()).contains("xoxb-env");
    assertThat(aws.calls()).isEmpty();
  }

  @Test
  void withoutAStoreTheEnvironmentIsAllThereIs() throws SecretUnavailableException {
    Secrets secrets = new Secrets(Map.of(), Optional.empty(), "", clock);
    assertThat(secrets.botToken()).isEmpty();
    assertThat(secrets.modelKey()).isEmpty();
  }
}

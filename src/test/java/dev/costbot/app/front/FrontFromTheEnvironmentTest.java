package dev.costbot.app.front;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.costbot.slack.request.EnvelopeJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The handler as Lambda builds it, with SSM and Lambda's API on this machine. */
class FrontFromTheEnvironmentTest {
  private final FrontUnderTest front = new FrontUnderTest();
  private final Map<String, String> environment = new HashMap<>();
  private FakeAws ssm;
  private FakeAws lambda;

  @TempDir Path folder;

  @BeforeEach
  void start() throws IOException {
    ssm = new FakeAws();
    lambda = new FakeAws();
    lambda.answers(FakeAws.Answer.of(202, ""));
    environment.putAll(ssm.environment());
    environment.put("AWS_ENDPOINT_URL_LAMBDA", lambda.url());
    environment.put("COSTBOT_WORKER_FUNCTION", "costbot-worker:live");
  }

  @AfterEach
  void stop() {
    ssm.close();
    lambda.close();
  }

  @Test
  void readsTheSecretFromSsmAndInvokesTheWorker() throws IOException {
    stored(FrontUnderTest.SECRET);
    SlackFrontHandler handler = handler();
    assertThat(ssm.calls()).hasSize(1);
    assertThat(send(handler, "slash-command").status()).isEqualTo(200);
    assertThat(ssm.calls()).hasSize(1);
    assertThat(lambda.calls()).hasSize(1);
    assertThat(EnvelopeJson.read(lambda.calls().getFirst().body().getBytes(UTF_8)).text())
        .isEqualTo("what are we wasting?");
  }

  @Test
  void takesUpASecretThatWasReplaced() throws IOException {
    stored("old");
    SlackFrontHandler handler = handler();
    stored(FrontUnderTest.SECRET);
    assertThat(send(handler, "slash-command").status()).isEqualTo(401);
    front.clock.pass(Duration.ofSeconds(31));
    assertThat(send(handler, "slash-command").status()).isEqualTo(200);
    assertThat(ssm.calls()).hasSize(2);
  }

  @Test
  void looksNowhereWhenTheSecretIsGiven() throws IOException {
    environment.put("SLACK_SIGNING_SECRET", FrontUnderTest.SECRET);
    assertThat(send(handler(), "slash-command").status()).isEqualTo(200);
    assertThat(ssm.calls()).isEmpty();
  }

  @Test
  void namesTheParameterThatIsMissing() throws IOException {
    environment.put("COSTBOT_PARAMETER_PREFIX", "/costbot-dev/");
    ssm.answers(FakeAws.Answer.of(400, "{\"__type\":\"ParameterNotFound\"}"));
    SlackFrontHandler handler = handler();
    for (String name : List.of("slash-command", "app-mention", "health")) {
      FrontUnderTest.Answer answer = send(handler, name);
      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.body())
          .isEqualTo(
              "SSM parameter /costbot-dev/slack_signing_secret could not be read:"
                  + " ParameterNotFound");
      assertThat(front.logged.getLast()).contains(answer.body());
    }
    assertThat(ssm.calls()).hasSize(1);
    assertThat(lambda.calls()).isEmpty();
  }

  @Test
  void apologisesWithoutAWorker() throws IOException {
    environment.put("SLACK_SIGNING_SECRET", FrontUnderTest.SECRET);
    environment.remove("COSTBOT_WORKER_FUNCTION");
    FrontUnderTest.Answer answer = send(handler(), "slash-command");
    assertThat(answer.json().get("text").asText()).startsWith("Sorry");
    assertThat(front.logged.getLast()).contains("COSTBOT_WORKER_FUNCTION is not set");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "COSTBOT_CONFIG | {\"askers\": | COSTBOT_CONFIG is no JSON object",
        "COSTBOT_CONFIG | {\"askers\":{\"poeple\":[\"U1\"]}} | COSTBOT_CONFIG: askers has the lists channels and people, not poeple",
        "COSTBOT_CONFIG | /nowhere.json | COSTBOT_CONFIG names a file",
        "COSTBOT_RESPONSE_ORIGINS | somewhere | COSTBOT_RESPONSE_ORIGINS wants full origins",
        "AWS_REGION | '' | AWS_REGION is not set",
        "AWS_ACCESS_KEY_ID | '' | AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are not set"
      })
  void saysWhichSettingMakesNoSense(String name, String value, String expected) throws IOException {
    stored(FrontUnderTest.SECRET);
    environment.put(name, value);
    FrontUnderTest.Answer answer = send(handler(), "slash-command");
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.body()).startsWith(expected);
    assertThat(lambda.calls()).isEmpty();
  }

  @Test
  void readsWhoMayAskInPlaceOrFromAFile() throws IOException {
    String config =
        """
        {"thresholds":{"ebs":[1,2]},"askers":{"channels":["C1","C2"],"people":["U1"]},"x":null}
        """;
    Path file = Files.writeString(folder.resolve("costbot.json"), config);
    Askers expected = new Askers(List.of("C1", "C2"), List.of("U1"));
    assertThat(Askers.of(config)).isEqualTo(expected);
    assertThat(Askers.of(file.toString())).isEqualTo(expected);
    assertThat(Askers.of("{}")).isEqualTo(Askers.EVERYONE);
    assertThat(Askers.of(null)).isEqualTo(Askers.EVERYONE);
  }

  @ParameterizedTest
  @CsvSource({
    "'', '', C9, U9, ALLOWED",
    "C1, '', C1, U9, ALLOWED",
    "C1, '', C9, U9, CHANNEL",
    "C1, '', D1, U9, CHANNEL",
    "'', U1, C9, U1, ALLOWED",
    "'', U1, C9, U9, PERSON",
    "'', U1, D1, U9, PERSON",
    "C1, U1, C1, U1, ALLOWED",
    "C1, U1, C1, U9, PERSON",
    "C1, U1, C9, U1, CHANNEL",
    "C1, U1, D1, U1, ALLOWED"
  })
  void letsInWhoIsOnTheLists(
      String channels, String people, String channel, String user, String expected)
      throws IOException {
    Askers askers = new Askers(list(channels), list(people));
    String envelope =
        """
        {"version":1,"id":"1","kind":"COMMAND","team":"T1","channel":"%s","user":"%s","text":"x",
         "receivedAt":"2026-11-21T10:00:00Z"}
        """
            .formatted(channel, user);
    Askers.Refusal refusal = askers.refusal(EnvelopeJson.read(envelope.getBytes(UTF_8)));
    assertThat(refusal == null ? "ALLOWED" : refusal.name()).isEqualTo(expected);
  }

  @Test
  void keepsTheSecretOutOfItsText() {
    environment.put("SLACK_SIGNING_SECRET", "hush");
    assertThat(FrontSettings.of(environment).toString()).doesNotContain("hush");
    assertThatThrownBy(() -> FrontSettings.of(Map.of("COSTBOT_CONFIG", "{\"hush")))
        .hasMessageNotContaining("hush");
  }

  private SlackFrontHandler handler() {
    return new SlackFrontHandler(environment, front.clock);
  }

  private FrontUnderTest.Answer send(SlackFrontHandler handler, String name) throws IOException {
    return front.send(handler, front.event(name).toString().getBytes(UTF_8));
  }

  private void stored(String secret) {
    ssm.answers(FakeAws.Answer.of(200, "{\"Parameter\":{\"Value\":\"" + secret + "\"}}"));
  }

  private static List<String> list(String one) {
    return one.isEmpty() ? List.of() : List.of(one);
  }
}

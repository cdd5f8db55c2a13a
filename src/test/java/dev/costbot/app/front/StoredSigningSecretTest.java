package dev.costbot.app.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StoredSigningSecretTest {
  private static final String NAME = "/costbot/slack_signing_secret";

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

  @Test
  void isReadDecryptedBeforeTheFirstRequest() throws SecretUnavailableException {
    holds("first");
    StoredSigningSecret secret = secret();

    assertThat(aws.calls()).hasSize(1);
    FakeAws.Call call = aws.calls().getFirst();
    assertThat(call.uri()).isEqualTo("/");
    assertThat(call.header("X-Amz-Target")).isEqualTo("AmazonSSM.GetParameter");
    assertThat(call.header("Content-Type")).isEqualTo("application/x-amz-json-1.1");
    assertThat(call.header("Authorization")).contains("/eu-central-1/ssm/aws4_request");
    assertThat(call.body())
        .isEqualTo("{\"Name\":\"/costbot/slack_signing_secret\",\"WithDecryption\":true}");
    assertThat(secret.current()).isEqualTo("first");
    assertThat(aws.calls()).hasSize(1);
  }

  @Test
  void isLookedUpAgainAfterFiveMinutes() throws SecretUnavailableException {
    holds("first");
    StoredSigningSecret secret = secret();
    holds("second");
    clock.pass(Duration.ofMinutes(5));
    assertThat(secret.current()).isEqualTo("first");
    clock.pass(Duration.ofSeconds(1));
    assertThat(secret.current()).isEqualTo("second");
    assertThat(aws.calls()).hasSize(2);
  }

  @Test
  void isLookedUpSoonerWhenASignatureDoesNotFitButNotForEveryStranger()
      throws SecretUnavailableException {
    holds("first");
    StoredSigningSecret secret = secret();
    holds("second");
    clock.pass(Duration.ofSeconds(30));
    assertThat(secret.replacement()).isNull();
    assertThat(aws.calls()).hasSize(1);
    clock.pass(Duration.ofSeconds(1));
    assertThat(secret.replacement()).isEqualTo("second");
    assertThat(secret.replacement()).isNull();
    assertThat(secret.current()).isEqualTo("second");
    assertThat(aws.calls()).hasSize(2);
  }

  @Test
  void staysInUseWhileSsmIsDown() throws SecretUnavailableException {
    holds("first");
    StoredSigningSecret secret = secret();
    aws.answers(FakeAws.Answer.of(500, "{}"));
    clock.pass(Duration.ofMinutes(6));
    assertThat(secret.current()).isEqualTo("first");
    assertThat(secret.current()).isEqualTo("first");
    assertThat(aws.calls()).hasSize(2);
    holds("second");
    clock.pass(Duration.ofSeconds(31));
    assertThat(secret.current()).isEqualTo("second");
  }

  @Test
  void saysWhichParameterIsMissingAndNoticesWhenItIsSet() throws SecretUnavailableException {
    aws.answers(FakeAws.Answer.of(400, "{\"__type\":\"ParameterNotFound\"}"));
    StoredSigningSecret secret = secret();
    assertThatThrownBy(secret::current)
        .isInstanceOf(SecretUnavailableException.class)
        .hasMessage("SSM parameter " + NAME + " could not be read: ParameterNotFound");
    assertThat(aws.calls()).hasSize(1);
    holds("set");
    clock.pass(Duration.ofSeconds(6));
    assertThat(secret.current()).isEqualTo("set");
  }

  @Test
  void saysWhatElseWentWrong() {
    aws.answers(
        FakeAws.Answer.of(400, "{\"__type\":\"com.amazon.coral.service#AccessDeniedException\"}"));
    assertThatThrownBy(secret()::current).hasMessageEndingWith(": AccessDeniedException");
    aws.answers(FakeAws.Answer.of(502, "<html>"));
    assertThatThrownBy(secret()::current)
        .hasMessageEndingWith(": SSM answered 502 without a value");
    aws.answers(FakeAws.Answer.of(200, "{\"Parameter\":{\"Value\":\" \"}}"));
    assertThatThrownBy(secret()::current)
        .hasMessageEndingWith(": SSM answered 200 without a value");
    aws.answers(FakeAws.Answer.of(0, ""));
    assertThatThrownBy(secret()::current).hasMessageEndingWith(": no answer from SSM");
  }

  private StoredSigningSecret secret() {
    return new StoredSigningSecret(
        new ParameterStore(SignedCall.of("ssm", aws.environment(), clock)), NAME, clock);
  }

  private void holds(String value) {
    aws.answers(
        FakeAws.Answer.of(
            200,
            "{\"Parameter\":{\"Name\":\"%s\",\"Type\":\"SecureString\",\"Value\":\"%s\"}}"
                .formatted(NAME, value)));
  }
}

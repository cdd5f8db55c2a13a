package dev.costbot.app.front;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.costbot.slack.request.Envelope;
import dev.costbot.slack.request.EnvelopeJson;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LambdaWorkerInvokerTest {
  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final Envelope ENVELOPE =
      new Envelope(
          "1.2.a",
          Envelope.Kind.COMMAND,
          "T1",
          "C1",
          "U1",
          "what are we wasting in Köln?",
          "https://hooks.slack.com/commands/1",
          null,
          null,
          NOW);

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
  void postsTheEnvelopeForTheAliasToWorkOnLater() throws WorkerUnavailableException {
    aws.answers(FakeAws.Answer.of(202, ""));
    invoker(aws.environment(), "costbot-worker:live").invoke(ENVELOPE);

    assertThat(aws.calls()).hasSize(1);
    FakeAws.Call call = aws.calls().getFirst();
    assertThat(call.method()).isEqualTo("POST");
    assertThat(call.uri()).isEqualTo("/2015-03-31/functions/costbot-worker%3Alive/invocations");
    assertThat(call.header("X-Amz-Invocation-Type")).isEqualTo("Event");
    assertThat(call.header("Content-Type")).isEqualTo("application/json");
    assertThat(call.header("X-Amz-Security-Token")).isEqualTo("token");
    assertThat(call.header("X-Amz-Date")).isEqualTo("20261121T100000Z");
    assertThat(call.header("Authorization"))
        .startsWith(
            "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20261121/eu-central-1/lambda/aws4_request,"
                + " SignedHeaders=content-type;host;x-amz-date;x-amz-invocation-type;"
                + "x-amz-security-token, Signature=");
    assertThat(EnvelopeJson.read(call.body().getBytes(UTF_8))).isEqualTo(ENVELOPE);
  }

  @Test
  void triesOnceMoreAfterAServerError() throws WorkerUnavailableException {
    aws.answers(FakeAws.Answer.of(503, "{}"), FakeAws.Answer.of(202, ""));
    invoker(aws.environment(), "w:live").invoke(ENVELOPE);
    assertThat(aws.calls()).hasSize(2);
  }

  @Test
  void triesOnceMoreWhenTheConnectionBreaks() throws WorkerUnavailableException {
    aws.answers(FakeAws.Answer.of(0, ""), FakeAws.Answer.of(202, ""));
    invoker(aws.environment(), "w:live").invoke(ENVELOPE);
    assertThat(aws.calls()).hasSize(2);
  }

  @Test
  void givesUpAfterTheSecondTry() {
    aws.answers(FakeAws.Answer.of(500, "{}"));
    assertThatThrownBy(() -> invoker(aws.environment(), "w:live").invoke(ENVELOPE))
        .isInstanceOf(WorkerUnavailableException.class)
        .hasMessage("Lambda answered 500");
    assertThat(aws.calls()).hasSize(2);
  }

  @Test
  void doesNotRepeatWhatIsDenied() {
    aws.answers(new FakeAws.Answer(403, "{}", "AccessDeniedException", 0));
    assertThatThrownBy(() -> invoker(aws.environment(), "w:live").invoke(ENVELOPE))
        .hasMessage("Lambda answered 403 AccessDeniedException");
    assertThat(aws.calls()).hasSize(1);
  }

  @Test
  void staysWithinTwoSeconds() {
    aws.answers(new FakeAws.Answer(202, "", null, 4000));
    long began = System.nanoTime();
    assertThatThrownBy(() -> invoker(aws.environment(), "w:live").invoke(ENVELOPE))
        .isInstanceOf(WorkerUnavailableException.class);
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofMillis(2600));
  }

  @Test
  void saysThatNobodyIsThere() {
    String gone = aws.url();
    aws.close();
    Map<String, String> environment = new HashMap<>(aws.environment());
    environment.put("AWS_ENDPOINT_URL", gone);
    assertThatThrownBy(() -> invoker(environment, "w:live").invoke(ENVELOPE))
        .hasMessage("no answer from Lambda: ConnectException");
  }

  @Test
  void namesTheSettingThatIsMissing() {
    assertThatThrownBy(() -> invoker(aws.environment(), "").invoke(ENVELOPE))
        .hasMessage("COSTBOT_WORKER_FUNCTION is not set");
    assertThat(aws.calls()).isEmpty();
  }

  @Test
  void callsTheRegionsOwnEndpointUnlessAnotherIsSet() {
    Map<String, String> environment = new HashMap<>();
    environment.put("AWS_REGION", "eu-central-1");
    assertThat(AwsEndpoint.of("lambda", environment).uri())
        .isEqualTo(URI.create("https://lambda.eu-central-1.amazonaws.com"));
    environment.put("AWS_ENDPOINT_URL", "http://localhost:4566/");
    assertThat(AwsEndpoint.of("lambda", environment).uri())
        .isEqualTo(URI.create("http://localhost:4566"));
    environment.put("AWS_ENDPOINT_URL_LAMBDA", "http://localhost:9001");
    assertThat(AwsEndpoint.of("lambda", environment).uri())
        .isEqualTo(URI.create("http://localhost:9001"));
    assertThat(AwsEndpoint.of("ssm", environment).uri())
        .isEqualTo(URI.create("http://localhost:4566"));
    assertThat(AwsEndpoint.of("ssm", Map.of("AWS_DEFAULT_REGION", "cn-north-1")).uri())
        .isEqualTo(URI.create("https://ssm.cn-north-1.amazonaws.com.cn"));
    assertThatThrownBy(() -> AwsEndpoint.of("ssm", Map.of())).hasMessage("AWS_REGION is not set");
  }

  @Test
  void keepsCredentialsOutOfItsText() {
    assertThat(AwsCredentials.of(aws.environment()).toString())
        .isEqualTo("AwsCredentials[AKIDEXAMPLE]");
  }

  private static LambdaWorkerInvoker invoker(Map<String, String> environment, String function) {
    return new LambdaWorkerInvoker(SignedCall.of("lambda", environment, CLOCK), function);
  }
}

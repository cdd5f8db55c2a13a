package dev.costbot.app;

import static dev.costbot.app.WorkerScene.POST;
import static dev.costbot.app.WorkerScene.posted;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.costbot.app.front.SignedEvents;
import dev.costbot.delivery.Claim;
import dev.costbot.slack.request.Envelope;
import dev.costbot.slack.request.EnvelopeJson;
import dev.costbot.slack.request.ResponseOrigins;
import dev.costbot.slack.request.SlackCommands;
import dev.costbot.slack.request.SlackRequest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The worker's two entry points, with the events of {@code events/} as Lambda hands them over. */
class WorkerHandlersTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path ENVELOPE = Path.of("events/worker-envelope.json");
  private static final Path FAILURE = Path.of("events/worker-failure-record.json");

  private WorkerScene scene;

  @BeforeEach
  void start() throws IOException {
    scene = new WorkerScene();
    // A handler goes by the real time.
    scene.now.set(Instant.now());
  }

  @AfterEach
  void stop() {
    scene.close();
  }

  @Test
  void theSampleIsWhatTheFrontHandsOverForTheSampleCommand() throws IOException {
    Envelope sample = EnvelopeJson.read(Files.readAllBytes(ENVELOPE));
    SlackRequest read =
        new SlackCommands(ResponseOrigins.of(null))
            .read(SignedEvents.body(SignedEvents.sample("slash-command")), sample.receivedAt());
    assertThat(read).isEqualTo(new SlackRequest.Question(sample));
  }

  @Test
  void anEnvelopeIsAnswered() throws IOException {
    String said = run(new WorkerHandler(scene.worker()), reachable(JSON.readTree(text(ENVELOPE))));
    assertThat(said).isEqualTo("{\"outcome\":\"posted\"}");
    assertThat(scene.responses()).hasSize(1);
    assertThat(scene.responses().getFirst()).contains("what are we wasting?", "a month");
  }

  @Test
  void anEnvelopeThatComesTwiceIsNoFailure() throws IOException {
    String event = reachable(JSON.readTree(text(ENVELOPE)));
    run(new WorkerHandler(scene.worker()), event);
    assertThat(run(new WorkerHandler(scene.worker()), event))
        .isEqualTo("{\"outcome\":\"posted before\"}");
  }

  @Test
  void anAnswerThatCouldNotBePostedFailsTheInvocationSoThatLambdaTriesAgain() throws IOException {
    scene.botToken = Optional.empty();
    ObjectNode mention = (ObjectNode) JSON.readTree(text(ENVELOPE));
    mention.put("kind", "MENTION").put("messageTs", "1.000100").remove("responseUrl");
    assertThatThrownBy(() -> run(new WorkerHandler(scene.worker()), mention.toString()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("could not be posted")
        .hasRootCauseMessage(
            "mentions, direct messages and threads can be answered only with the bot token: set"
                + " SLACK_BOT_TOKEN, or the SSM parameter slack_bot_token, or switch off Slack's"
                + " events");
  }

  @Test
  void whatIsNoEnvelopeFailsTheInvocation() {
    assertThatThrownBy(() -> run(new WorkerHandler(scene.worker()), "{\"Records\":[]}"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aFailedInvocationIsApologisedForOnce() throws IOException {
    String record = failure();
    assertThat(run(new FailureHandler(scene.replies()), record))
        .isEqualTo("{\"outcome\":\"posted\"}");
    assertThat(scene.responses()).hasSize(1);
    assertThat(scene.responses().getFirst()).contains("Sorry", "what are we wasting?");
    assertThat(run(new FailureHandler(scene.replies()), record))
        .isEqualTo("{\"outcome\":\"posted before\"}");
    assertThat(scene.responses()).hasSize(1);
  }

  @Test
  void aQuestionThatWasAnsweredAfterAllGetsNoApology() throws IOException {
    run(new WorkerHandler(scene.worker()), reachable(JSON.readTree(text(ENVELOPE))));
    run(new FailureHandler(scene.replies()), failure());
    assertThat(scene.responses()).hasSize(1);
    assertThat(scene.responses().getFirst()).doesNotContain("Sorry");
  }

  @Test
  void anApologyThatSomeoneElseKeepsFromBeingPostedFailsSoThatLambdaTriesAgain()
      throws IOException {
    Envelope sample = EnvelopeJson.read(Files.readAllBytes(ENVELOPE));
    Claim claim =
        scene.deliveries.claim(
            sample.id(), "{}", scene.now.get(), scene.now.get().plus(Duration.ofMinutes(5)));
    assertThat(claim).isInstanceOf(Claim.Granted.class);
    // Eight seconds are kept for posting, so that no time is left to wait.
    assertThatThrownBy(
            () -> run(new FailureHandler(scene.replies()), failure(), Duration.ofSeconds(7)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("someone was still at it");
    assertThat(scene.responses()).isEmpty();
  }

  @Test
  void aThreadWithoutCostbotGetsNoApologyEither() throws IOException {
    scene.slack.reply(POST, posted("5.000300"));
    ObjectNode record = (ObjectNode) JSON.readTree(text(FAILURE));
    ObjectNode envelope = (ObjectNode) record.get("requestPayload");
    envelope.put("kind", "MESSAGE").put("threadTs", "5.000100").put("messageTs", "5.000200");
    envelope.remove("responseUrl");
    run(new FailureHandler(scene.replies()), record.toString());
    assertThat(scene.slack.sent()).isEmpty();
  }

  @Test
  void whatIsNoRecordOfAFailureIsSaidToBeNone() {
    assertThatThrownBy(() -> run(new FailureHandler(scene.replies()), text(ENVELOPE)))
        .isInstanceOf(IOException.class)
        .hasMessage("not a record of a failed invocation: it has no requestPayload");
  }

  private String failure() throws IOException {
    ObjectNode record = (ObjectNode) JSON.readTree(text(FAILURE));
    record.set("requestPayload", JSON.readTree(reachable(record.get("requestPayload"))));
    return record.toString();
  }

  /** The envelope with this scene's response URL instead of Slack's. */
  private String reachable(JsonNode envelope) {
    return ((ObjectNode) envelope)
        .put("responseUrl", scene.slack.url("respond").toString())
        .toString();
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file);
  }

  private static String run(RequestStreamHandler handler, String event) throws IOException {
    return run(handler, event, Duration.ofMinutes(5));
  }

  private static String run(RequestStreamHandler handler, String event, Duration timeLeft)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    handler.handleRequest(
        new ByteArrayInputStream(event.getBytes(UTF_8)), out, new LambdaContext(timeLeft));
    return out.toString(UTF_8);
  }
}

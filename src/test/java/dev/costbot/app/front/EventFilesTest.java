package dev.costbot.app.front;

import static org.assertj.core.api.Assertions.assertThat;

import dev.costbot.slack.request.Envelope;
import dev.costbot.slack.request.Envelope.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every file in {@code events/}, sent through the handler: what is answered, what is invoked. */
class EventFilesTest {
  private static final Set<String> UNASKED =
      Set.of("slash-command-help", "ssl-check", "url-verification", "bot-message", "health");

  private static final Set<String> ASKED =
      Set.of("slash-command", "app-mention", "direct-message", "thread-reply", "button");

  /** What the other functions are invoked with. */
  private static final Set<String> NOT_FOR_THE_FRONT =
      Set.of("worker-envelope", "worker-failure-record");

  private final FrontUnderTest front = new FrontUnderTest();

  @Test
  void aSlashCommandIsQuotedBackToThePersonAndHandedOver() throws IOException {
    FrontUnderTest.Answer answer = front.send(front.event("slash-command"));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers().get("content-type").asText()).startsWith("application/json");
    assertThat(answer.json().get("response_type").asText()).isEqualTo("ephemeral");
    assertThat(answer.json().get("text").asText())
        .isEqualTo("On it: “what are we wasting?” - the answer arrives here in a moment.");
    assertThat(front.invoked)
        .containsExactly(
            envelope(
                "9712345678901.1234567890123.0f1e2d3c4b5a69788796a5b4c3d2e1f0",
                Kind.COMMAND,
                "C0FINOPS1",
                "what are we wasting?",
                "https://hooks.slack.com/commands/T0FINOPS1/9712345678902/sample",
                null,
                null));
  }

  @Test
  void helpIsAnsweredAtOnce() throws IOException {
    FrontUnderTest.Answer answer = front.send(front.event("slash-command-help"));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().get("response_type").asText()).isEqualTo("ephemeral");
    assertThat(answer.json().get("text").asText()).contains("`/costbot what are we wasting?`");
  }

  @Test
  void theCertificateCheckGetsNothing() throws IOException {
    assertEmpty200(front.send(front.event("ssl-check")));
  }

  @Test
  void theChallengeGoesBack() throws IOException {
    FrontUnderTest.Answer answer = front.send(front.event("url-verification"));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers().get("content-type").asText()).startsWith("text/plain");
    assertThat(answer.body()).isEqualTo("3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P");
  }

  @Test
  void aMentionIsHandedOverWithoutTheMention() throws IOException {
    assertEmpty200(front.send(front.event("app-mention")));
    assertThat(front.invoked)
        .containsExactly(
            envelope(
                "Ev0MENTION1",
                Kind.MENTION,
                "C0FINOPS1",
                "how much did we spend last week on R&D?",
                null,
                null,
                "1763719631.000100"));
  }

  @Test
  void aDirectMessageIsHandedOver() throws IOException {
    assertEmpty200(front.send(front.event("direct-message")));
    assertThat(front.invoked)
        .containsExactly(
            envelope(
                "Ev0DIRECT01",
                Kind.MESSAGE,
                "D0DIRECT1",
                "which volumes are unattached?",
                null,
                null,
                "1763719640.000200"));
  }

  @Test
  void aReplyIsHandedOverWithItsThread() throws IOException {
    assertEmpty200(front.send(front.event("thread-reply")));
    assertThat(front.invoked)
        .containsExactly(
            envelope(
                "Ev0REPLY001",
                Kind.MESSAGE,
                "C0FINOPS1",
                "how do I fix that?",
                null,
                "1763719635.000150",
                "1763719700.000300"));
  }

  @Test
  void aButtonAsksItsValueInTheThreadOfItsMessage() throws IOException {
    assertEmpty200(front.send(front.event("button")));
    assertThat(front.invoked)
        .containsExactly(
            envelope(
                "9712345678904.1234567890123.2f1e2d3c4b5a69788796a5b4c3d2e1f2",
                Kind.ACTION,
                "C0FINOPS1",
                "how do I fix that?",
                "https://hooks.slack.com/actions/T0FINOPS1/9712345678905/sample",
                "1763719635.000150",
                "1763719635.000150"));
  }

  @Test
  void itsOwnMessageIsPassedOver() throws IOException {
    assertEmpty200(front.send(front.event("bot-message")));
  }

  @Test
  void healthIsOk() throws IOException {
    FrontUnderTest.Answer answer = front.send(front.event("health"));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().get("status").asText()).isEqualTo("ok");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"slash-command-help", "ssl-check", "url-verification", "bot-message", "health"})
  void nothingIsInvokedForWhatIsNoQuestion(String name) throws IOException {
    assertThat(front.send(front.event(name)).status()).isEqualTo(200);
    assertThat(front.invoked).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "slash-command",
        "slash-command-help",
        "ssl-check",
        "url-verification",
        "app-mention",
        "direct-message",
        "thread-reply",
        "button",
        "bot-message"
      })
  void nothingIsAnsweredAsItLiesInItsFile(String name) throws IOException {
    FrontUnderTest.Answer answer = front.send(SignedEvents.sample(name));
    assertThat(answer.status()).isEqualTo(401);
    assertThat(front.invoked).isEmpty();
  }

  @Test
  void noFileIsLeftOut() throws IOException {
    Set<String> names = new TreeSet<>();
    try (var files = Files.list(Path.of("events"))) {
      files.forEach(file -> names.add(file.getFileName().toString().replace(".json", "")));
    }
    Set<String> covered = new TreeSet<>(UNASKED);
    covered.addAll(ASKED);
    covered.addAll(NOT_FOR_THE_FRONT);
    assertThat(names).isEqualTo(covered);
  }

  private static void assertEmpty200(FrontUnderTest.Answer answer) {
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
  }

  private Envelope envelope(
      String id,
      Kind kind,
      String channel,
      String text,
      @Nullable String responseUrl,
      @Nullable String thread,
      @Nullable String message) {
    return new Envelope(
        id,
        kind,
        "T0FINOPS1",
        channel,
        "U0ASKER01",
        text,
        responseUrl,
        thread,
        message,
        front.clock.instant());
  }
}

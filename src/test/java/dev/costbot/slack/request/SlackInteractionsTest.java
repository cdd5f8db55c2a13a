package dev.costbot.slack.request;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlackInteractionsTest {
  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
  private static final String URL = "https://hooks.slack.com/actions/T1/1/x";
  private static final String PRESSED =
      """
      {"type":"block_actions","trigger_id":"7.7.7","response_url":"https://hooks.slack.com/actions/T1/1/x",
       "team":{"id":"T1"},"channel":{"id":"C1"},"user":{"id":"U1"},
       "container":{"type":"message","message_ts":"5.5","is_ephemeral":false,"thread_ts":"3.3"},
       "message":{"ts":"5.5","thread_ts":"3.3","text":"x"},
       "actions":[{"action_id":"ask","action_ts":"9.9","value":"how do I fix that?"},
                  {"action_id":"other","value":"another"}]}
      """;

  private final SlackInteractions interactions = new SlackInteractions(ResponseOrigins.of(null));

  @Test
  void asksTheValueOfTheButton() {
    assertThat(read(PRESSED)).isEqualTo(question("7.7.7", URL, "3.3", "5.5"));
  }

  @Test
  void takesTheMessageForTheRootOfItsThread() {
    assertThat(read(PRESSED.replace(",\"thread_ts\":\"3.3\"", "")))
        .isEqualTo(question("7.7.7", URL, "5.5", "5.5"));
  }

  @Test
  void opensNoThreadUnderWhatOnlyOnePersonSees() {
    String ephemeral =
        PRESSED
            .replace(",\"thread_ts\":\"3.3\"", "")
            .replace("\"is_ephemeral\":false", "\"is_ephemeral\":true")
            .replace("\"message\":", "\"nothing\":");
    assertThat(read(ephemeral)).isEqualTo(question("7.7.7", URL, null, "5.5"));
  }

  @Test
  void fallsBackOnTheActionsOwnId() {
    assertThat(read(PRESSED.replace("\"trigger_id\":\"7.7.7\",", "")))
        .isEqualTo(question("9.9ask", URL, "3.3", "5.5"));
  }

  @Test
  void doesWithoutAResponseUrlButNotWithAnotherHosts() {
    assertThat(read(PRESSED.replace("\"response_url\"", "\"none\"")))
        .isEqualTo(question("7.7.7", null, "3.3", "5.5"));
    assertThat(read(PRESSED.replace("hooks.slack.com", "hooks.slack.com.evil.test")))
        .isEqualTo(new SlackRequest.Malformed("response_url is not at Slack"));
  }

  @Test
  void passesOverWhatAsksNothing() {
    assertThat(read(PRESSED.replace("block_actions", "view_submission")))
        .isInstanceOf(SlackRequest.Ignored.class);
    assertThat(read(PRESSED.replace("\"value\":\"how do I fix that?\"", "\"url\":\"x\"")))
        .isInstanceOf(SlackRequest.Ignored.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"team", "channel", "user"})
  void namesWhatIsMissing(String field) {
    assertThat(read(PRESSED.replace("\"" + field + "\":", "\"other\":")))
        .isEqualTo(new SlackRequest.Malformed(field + ".id is missing"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "payload=", "payload=%", "payload=nonsense", "payload=%5B%5D"})
  void refusesWhatSlackWouldNotSend(String body) {
    assertThat(interactions.read(body.getBytes(UTF_8), NOW))
        .isInstanceOf(SlackRequest.Malformed.class);
  }

  private SlackRequest read(String payload) {
    return interactions.read(("payload=" + URLEncoder.encode(payload, UTF_8)).getBytes(UTF_8), NOW);
  }

  private static SlackRequest question(
      String id, @Nullable String url, @Nullable String thread, String message) {
    return new SlackRequest.Question(
        new Envelope(
            id,
            Envelope.Kind.ACTION,
            "T1",
            "C1",
            "U1",
            "how do I fix that?",
            url,
            thread,
            message,
            NOW));
  }
}

package dev.costbot.slack.request;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlackEventsTest {
  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
  private static final String WHO = "\"channel\":\"C1\",\"user\":\"U1\",\"ts\":\"2.2\",";

  @Test
  void echoesTheChallenge() {
    assertThat(read("{\"type\":\"url_verification\",\"challenge\":\"3eZb\"}"))
        .isEqualTo(new SlackRequest.Challenge("3eZb"));
  }

  @Test
  void takesAMentionWithoutTheMention() {
    assertThat(event(WHO + "\"type\":\"app_mention\",\"text\":\"<@UBOT> what &amp; why?\""))
        .isEqualTo(question(Envelope.Kind.MENTION, "C1", "what & why?", null));
  }

  @Test
  void takesAMentionInAThread() {
    assertThat(
            event(
                WHO
                    + "\"type\":\"app_mention\",\"thread_ts\":\"1.1\",\"text\":\"and now <@UBOT>?\""))
        .isEqualTo(question(Envelope.Kind.MENTION, "C1", "and now ?", "1.1"));
  }

  @Test
  void asksTheWorkerForHelpOnABareMention() {
    assertThat(event(WHO + "\"type\":\"app_mention\",\"text\":\"<@UBOT> \""))
        .isEqualTo(question(Envelope.Kind.MENTION, "C1", "help", null));
  }

  @Test
  void takesADirectMessage() {
    assertThat(
            event(
                "\"type\":\"message\",\"channel_type\":\"im\",\"channel\":\"D1\",\"user\":\"U1\","
                    + "\"ts\":\"2.2\",\"text\":\"hello\""))
        .isEqualTo(question(Envelope.Kind.MESSAGE, "D1", "hello", null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"channel", "group", "mpim"})
  void takesAReplyInAThread(String type) {
    assertThat(message(type, "\"thread_ts\":\"1.1\",\"text\":\"how do I fix that?\""))
        .isEqualTo(question(Envelope.Kind.MESSAGE, "C1", "how do I fix that?", "1.1"));
  }

  @Test
  void answersAMentionInAThreadOnce() {
    assertThat(message("channel", "\"thread_ts\":\"1.1\",\"text\":\"<@UBOT> and now?\""))
        .isEqualTo(new SlackRequest.Ignored("mention"));
    assertThat(message("channel", "\"thread_ts\":\"1.1\",\"text\":\"<@U9> and now?\""))
        .isEqualTo(question(Envelope.Kind.MESSAGE, "C1", "<@U9> and now?", "1.1"));
  }

  @Test
  void doesNotGuessWhoIsMentionedWithoutAuthorizations() {
    assertThat(
            read(
                "{\"type\":\"event_callback\",\"event_id\":\"Ev1\",\"team_id\":\"T1\",\"event\":{"
                    + WHO
                    + "\"type\":\"message\",\"channel_type\":\"channel\",\"thread_ts\":\"1.1\","
                    + "\"text\":\"<@UX> and now?\"}}"))
        .isEqualTo(new SlackRequest.Ignored("mention"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"text\":\"chatter\" | not-in-a-thread",
        "\"thread_ts\":\"2.2\",\"text\":\"root\" | not-in-a-thread",
        "\"thread_ts\":\"1.1\",\"text\":\"mine\",\"bot_id\":\"B1\" | bot",
        "\"thread_ts\":\"1.1\",\"text\":\"mine\",\"user\":\"UBOT\" | bot",
        "\"thread_ts\":\"1.1\",\"text\":\"x\",\"subtype\":\"message_changed\" | subtype",
        "\"thread_ts\":\"1.1\",\"text\":\"x\",\"subtype\":\"message_deleted\" | subtype",
        "\"thread_ts\":\"1.1\",\"text\":\"x\",\"subtype\":\"bot_message\" | subtype",
        "\"thread_ts\":\"1.1\",\"text\":\"x\",\"subtype\":\"channel_join\" | subtype",
        "\"thread_ts\":\"1.1\",\"text\":\" \" | no-text"
      })
  void passesOverWhatIsNotForIt(String fields, String reason) {
    assertThat(message("channel", fields)).isEqualTo(new SlackRequest.Ignored(reason));
  }

  @Test
  void takesAReplyThatCameWithAFileOrWentToTheChannelToo() {
    for (String subtype : new String[] {"file_share", "thread_broadcast"}) {
      assertThat(
              message(
                  "channel",
                  "\"thread_ts\":\"1.1\",\"text\":\"look\",\"subtype\":\"" + subtype + "\""))
          .isEqualTo(question(Envelope.Kind.MESSAGE, "C1", "look", "1.1"));
    }
  }

  @Test
  void passesOverOtherTypes() {
    assertThat(event(WHO + "\"type\":\"reaction_added\"")).isInstanceOf(SlackRequest.Ignored.class);
    assertThat(read("{\"type\":\"app_rate_limited\"}")).isInstanceOf(SlackRequest.Ignored.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nonsense",
        "[]",
        "{",
        "{}",
        "{} {}",
        "{\"type\":\"url_verification\"}",
        "{\"type\":\"event_callback\"}",
        "{\"type\":\"event_callback\",\"event\":{\"type\":\"app_mention\",\"text\":\"x\"}}"
      })
  void refusesWhatSlackWouldNotSend(String body) {
    assertThat(read(body)).isInstanceOf(SlackRequest.Malformed.class);
  }

  private static SlackRequest message(String channelType, String fields) {
    return event(WHO + "\"type\":\"message\",\"channel_type\":\"" + channelType + "\"," + fields);
  }

  private static SlackRequest event(String fields) {
    return read(
        """
        {"type":"event_callback","event_id":"Ev1","team_id":"T1","event_time":1,
         "authorizations":[{"team_id":"T1","user_id":"UBOT","is_bot":true}],
         "event":{"blocks":[{"type":"rich_text","user":"U7"}],%s}}
        """
            .formatted(fields));
  }

  private static SlackRequest read(String json) {
    return new SlackEvents().read(json.getBytes(UTF_8), NOW);
  }

  private static SlackRequest question(
      Envelope.Kind kind, String channel, String text, @Nullable String thread) {
    return new SlackRequest.Question(
        new Envelope("Ev1", kind, "T1", channel, "U1", text, null, thread, "2.2", NOW));
  }
}

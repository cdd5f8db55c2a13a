package dev.costbot.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.costbot.delivery.Poster.Seen;
import dev.costbot.report.Apology;
import dev.costbot.slack.SlackServer.Reply;
import dev.costbot.slack.SlackServer.Sent;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BotTokenPosterTest {
  private static final String POST = "api/chat.postMessage";
  private static final String EPHEMERAL = "api/chat.postEphemeral";
  private static final String REPLIES = "api/conversations.replies";
  private static final String HISTORY = "api/conversations.history";
  private static final Instant ACCEPTED = Instant.parse("2026-11-20T08:01:00Z");
  private static final Place THREAD = new Place.InThread("C1", "1700000000.000100");
  private static final Place CHANNEL = new Place.NewThread("C1", "U0ASKER", "what's <!channel>?");
  private static final String MESSAGE = Apology.render("AWS is away.", "why?").toJson();
  private static final String NOTHING = "{\"ok\":true,\"messages\":[],\"has_more\":false}";

  private SlackServer slack;

  @BeforeEach
  void start() throws IOException {
    slack = new SlackServer();
  }

  @AfterEach
  void stop() {
    slack.close();
  }

  @Test
  void postsIntoTheThread() throws IOException {
    slack.reply(POST, posted("1700000001.000200"));

    assertThat(poster(THREAD).post(MESSAGE, false)).isEqualTo("1700000000.000100");

    Sent sent = slack.sent().getFirst();
    assertThat(sent.headers()).containsEntry("Authorization", "Bearer xoxb-test");
    assertThat(sent.form())
        .containsEntry("channel", "C1")
        .containsEntry("thread_ts", "1700000000.000100")
        .containsEntry("unfurl_links", "0")
        .containsEntry("unfurl_media", "0")
        .containsEntry(
            "metadata", "{\"event_type\":\"costbot_answer\",\"event_payload\":{\"id\":\"Ev1\"}}")
        .containsEntry("text", "Sorry, this could not be answered: `why?`\nAWS is away.");
    assertThat(sent.form().get("blocks"))
        .startsWith("[{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\"");
    assertThat(sent.form()).doesNotContainKey("token");
  }

  @Test
  void saysThatItMayRepeat() throws IOException {
    slack.reply(POST, posted("1.2"));

    poster(THREAD).post(MESSAGE, true);

    assertThat(slack.sent().getFirst().form().get("text")).startsWith("This may be a repeat");
  }

  @Test
  void opensAThreadUnderTheQuestion() throws IOException {
    slack.reply(POST, posted("1700000009.000900"), posted("1700000010.000100"));

    assertThat(poster(CHANNEL).post(MESSAGE, false)).isEqualTo("1700000009.000900");

    List<Sent> sent = slack.sent();
    assertThat(sent).hasSize(2);
    assertThat(sent.get(0).form())
        .doesNotContainKey("thread_ts")
        .containsEntry("text", "<@U0ASKER> asked: what's &lt;!channel&gt;?")
        .containsEntry(
            "metadata", "{\"event_type\":\"costbot_question\",\"event_payload\":{\"id\":\"Ev1\"}}");
    assertThat(sent.get(1).form()).containsEntry("thread_ts", "1700000009.000900");
  }

  @Test
  void opensNoSecondThreadWhenTheAnswerFailedInTheSameRun() throws IOException {
    slack.reply(POST, posted("1700000009.000900"), Reply.status(500, ""), posted("1.3"));
    BotTokenPoster poster = poster(CHANNEL);

    assertThatThrownBy(() -> poster.post(MESSAGE, false)).isInstanceOf(IOException.class);
    assertThat(poster.post(MESSAGE, true)).isEqualTo("1700000009.000900");

    assertThat(slack.sent(POST)).hasSize(3);
    assertThat(slack.sent(POST).get(2).form()).containsEntry("thread_ts", "1700000009.000900");
  }

  @Test
  void findsTheThreadThatAnEarlierRunOpened() throws IOException {
    slack
        .reply(HISTORY, marked("costbot_question", "Ev1", "1700000009.000900"))
        .reply(REPLIES, Reply.json(NOTHING))
        .reply(POST, posted("1.3"));
    BotTokenPoster poster = poster(CHANNEL);

    assertThat(poster.seen()).isEqualTo(Seen.NO);
    assertThat(poster.post(MESSAGE, false)).isEqualTo("1700000009.000900");

    assertThat(slack.sent(POST)).hasSize(1);
    assertThat(slack.sent(HISTORY).getFirst().form())
        // A minute before the question was accepted: 2026-11-20T08:00:00Z.
        .containsEntry("oldest", "1795161600.000000")
        .containsEntry("include_all_metadata", "1");
  }

  @Test
  void looksForTheThreadWhenItMayRepeatEvenIfNobodyAskedBefore() throws IOException {
    slack
        .reply(HISTORY, marked("costbot_question", "Ev1", "1700000009.000900"))
        .reply(POST, posted("1.3"));

    assertThat(poster(CHANNEL).post(MESSAGE, true)).isEqualTo("1700000009.000900");
    assertThat(slack.sent(POST)).hasSize(1);
  }

  @Test
  void seesAnAnswerThatGotThrough() {
    slack
        .reply(HISTORY, marked("costbot_question", "Ev1", "1700000009.000900"))
        .reply(REPLIES, marked("costbot_answer", "Ev1", "1700000010.000100"));

    assertThat(poster(CHANNEL).seen()).isEqualTo(Seen.YES);
    assertThat(poster(THREAD).seen()).isEqualTo(Seen.YES);
  }

  @Test
  void takesNoOtherMessageForTheAnswer() {
    slack.reply(REPLIES, marked("costbot_answer", "Ev2", "1.1"), marked("other", "Ev1", "1.1"));

    assertThat(poster(THREAD).seen()).isEqualTo(Seen.NO);
    assertThat(poster(THREAD).seen()).isEqualTo(Seen.NO);
  }

  @Test
  void looksThroughAllPages() {
    String more =
        "{\"ok\":true,\"messages\":[],\"has_more\":true,"
            + "\"response_metadata\":{\"next_cursor\":\"c2\"}}";
    slack.reply(REPLIES, Reply.json(more), marked("costbot_answer", "Ev1", "1.1"));

    assertThat(poster(THREAD).seen()).isEqualTo(Seen.YES);
    assertThat(slack.sent(REPLIES).get(1).form()).containsEntry("cursor", "c2");
  }

  @Test
  void cannotTellWhatItCannotLookAt() {
    slack
        .reply(REPLIES, Reply.json("{\"ok\":false,\"error\":\"missing_scope\"}"))
        .reply(HISTORY, Reply.wait("30"));

    assertThat(poster(THREAD).seen()).isEqualTo(Seen.CANNOT_TELL);
    assertThat(poster(CHANNEL).seen()).isEqualTo(Seen.CANNOT_TELL);
    assertThat(poster(new Place.OnlyFor("C1", "U1", null)).seen()).isEqualTo(Seen.CANNOT_TELL);
  }

  @Test
  void answersInPrivate() throws IOException {
    slack.reply(EPHEMERAL, Reply.json("{\"ok\":true,\"message_ts\":\"1.5\"}"));

    assertThat(poster(new Place.OnlyFor("C1", "U0ASKER", "1.1")).post(MESSAGE, false))
        .isEqualTo("1.1");
    assertThat(slack.sent(EPHEMERAL).getFirst().form())
        .containsEntry("user", "U0ASKER")
        .containsEntry("thread_ts", "1.1")
        .containsEntry("channel", "C1");
    assertThat(slack.sent(POST)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"invalid_blocks", "msg_blocks_too_long"})
  void fallsBackToPlainerForms(String error) throws IOException {
    Reply refused = Reply.json("{\"ok\":false,\"error\":\"" + error + "\"}");
    slack.reply(POST, refused, refused, posted("1.3"));

    poster(THREAD).post(MESSAGE, false);

    List<Sent> sent = slack.sent(POST);
    assertThat(sent).hasSize(3);
    assertThat(sent.get(1).form().get("blocks")).contains("section");
    assertThat(sent.get(2).form()).doesNotContainKey("blocks");
    assertThat(sent.get(2).form().get("text")).contains("AWS is away.");
  }

  @Test
  void waitsAsLongAsSlackAsks() throws IOException {
    slack.reply(POST, Reply.wait("1"), posted("1.3"));
    long before = System.nanoTime();

    poster(THREAD).post(MESSAGE, false);

    assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(900));
    assertThat(slack.sent(POST)).hasSize(2);
  }

  @Test
  void doesNotWaitLongerThanThereIsTime() {
    slack.reply(POST, Reply.wait("30"));

    assertThatThrownBy(() -> poster(THREAD).post(MESSAGE, false))
        .isInstanceOf(IOException.class)
        .hasMessage("Slack asks to wait 30 s before the next message, and only 5 s are left");
    assertThat(slack.sent(POST)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "not_in_channel,/invite @costbot",
    "channel_not_found,/invite @costbot",
    "invalid_auth,install the app again",
    "missing_scope,chat:write"
  })
  void saysWhatToDoWhenSlackRefuses(String error, String advice) {
    slack.reply(POST, Reply.json("{\"ok\":false,\"error\":\"" + error + "\"}"));

    assertThatThrownBy(() -> poster(THREAD).post(MESSAGE, false))
        .isInstanceOf(SlackRefusedException.class)
        .hasMessageContaining(error)
        .hasMessageContaining(advice)
        .hasMessageNotContaining("xoxb");
    assertThat(slack.sent(POST)).hasSize(1);
  }

  @Test
  void takesATroubleOfSlacksOwnForPassing() {
    slack.reply(POST, Reply.json("{\"ok\":false,\"error\":\"internal_error\"}"));

    assertThat(catchThrowable(() -> poster(THREAD).post(MESSAGE, false)))
        .isInstanceOf(IOException.class)
        .isNotInstanceOf(SlackRefusedException.class);
  }

  @Test
  void waitsNoLongerThanThereIsTime() {
    slack.reply(POST, new Reply(200, "{}", Map.of(), 4_000, false));
    SlackMessages hurried =
        SlackMessages.connect(
            "xoxb-test", slack.url("api").toString(), () -> Duration.ofMillis(500));
    BotTokenPoster poster = new BotTokenPoster(hurried, THREAD, "Ev1", ACCEPTED);
    long before = System.nanoTime();

    assertThatThrownBy(() -> poster.post(MESSAGE, false)).isInstanceOf(IOException.class);
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(3));
    assertThat(slack.sent()).hasSize(1);
  }

  @Test
  void postsOnceWhenTheConnectionBreaks() throws IOException {
    slack.reply(POST, posted("1.1"), Reply.brokenConnection());
    BotTokenPoster poster = poster(THREAD);
    poster.post(MESSAGE, false);

    // On the connection kept from the first, where OkHttp by itself would send it again.
    assertThatThrownBy(() -> poster.post(MESSAGE, false)).isInstanceOf(IOException.class);
    assertThat(slack.sent(POST)).hasSize(2);
  }

  @Test
  void failsWhenSlackIsBroken() {
    slack.reply(POST, Reply.status(500, "secret of the server"));

    assertThatThrownBy(() -> poster(THREAD).post(MESSAGE, false))
        .isInstanceOf(IOException.class)
        .hasMessage("Slack answered with status 500");
  }

  private BotTokenPoster poster(Place place) {
    SlackMessages messages =
        SlackMessages.connect(
            "xoxb-test", slack.url("api").toString(), () -> Duration.ofSeconds(5));
    return new BotTokenPoster(messages, place, "Ev1", ACCEPTED);
  }

  private static Reply posted(String ts) {
    return Reply.json("{\"ok\":true,\"channel\":\"C1\",\"ts\":\"" + ts + "\"}");
  }

  private static Reply marked(String kind, String id, String ts) {
    return Reply.json(
        """
        {"ok":true,"has_more":false,"messages":[{"type":"message","text":"x","ts":"1.0"},
         {"type":"message","text":"y","ts":"%s",
          "metadata":{"event_type":"%s","event_payload":{"id":"%s"}}}]}
        """
            .formatted(ts, kind, id));
  }
}

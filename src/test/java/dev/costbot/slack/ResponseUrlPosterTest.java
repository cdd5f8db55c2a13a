package dev.costbot.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.costbot.delivery.Poster.Seen;
import dev.costbot.report.Apology;
import dev.costbot.slack.SlackServer.Reply;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseUrlPosterTest {
  private static final String PATH = "commands/T1/secret";
  private static final String MESSAGE = Apology.render("AWS is away.", "why?").toJson();
  private static final Reply OK = Reply.status(200, "ok");

  private final OkHttpClient http = new OkHttpClient();
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
  void postsForTheAskerAlone() throws IOException {
    slack.reply(PATH, OK);

    assertThat(poster(Audience.ASKER, null).post(MESSAGE, false)).isNull();

    JsonNode sent = sent(0);
    assertThat(sent.fieldNames())
        .toIterable()
        .containsExactly("response_type", "replace_original", "text", "blocks");
    assertThat(sent.path("response_type").asText()).isEqualTo("ephemeral");
    assertThat(sent.path("replace_original").isBoolean()).isTrue();
    assertThat(sent.path("replace_original").asBoolean()).isFalse();
    assertThat(sent.at("/blocks/1/text/text").asText()).isEqualTo("AWS is away.");
    assertThat(slack.sent().getFirst().headers())
        .containsEntry("Content-type", "application/json; charset=utf-8");
  }

  @Test
  void postsForTheChannelInAThread() throws IOException {
    slack.reply(PATH, OK);

    assertThat(poster(Audience.CHANNEL, "1.1").post(MESSAGE, true)).isEqualTo("1.1");

    assertThat(sent(0).path("response_type").asText()).isEqualTo("in_channel");
    assertThat(sent(0).path("thread_ts").asText()).isEqualTo("1.1");
    assertThat(sent(0).path("text").asText()).startsWith("This may be a repeat");
  }

  @Test
  void cannotTellWhatGotThrough() {
    assertThat(poster(Audience.ASKER, null).seen()).isEqualTo(Seen.CANNOT_TELL);
  }

  @Test
  void sendsNothingToAnUntrustedUrl() {
    slack.reply(PATH, OK);
    ResponseUrlPoster poster =
        new ResponseUrlPoster(
            http, slack.url(PATH), url -> false, Audience.ASKER, null, () -> Duration.ofSeconds(5));

    assertThatThrownBy(() -> poster.post(MESSAGE, false))
        .isInstanceOf(SlackRefusedException.class)
        .hasMessageNotContaining("secret");
    assertThat(slack.sent()).isEmpty();
  }

  @Test
  void followsNoRedirect() {
    URI elsewhere = slack.url("elsewhere");
    slack
        .reply(PATH, new Reply(307, "", Map.of("Location", elsewhere.toString()), 0, false))
        .reply("elsewhere", OK);

    assertThatThrownBy(() -> poster(Audience.ASKER, null).post(MESSAGE, false))
        .isInstanceOf(SlackRefusedException.class)
        .hasMessageContaining("points elsewhere");
    assertThat(slack.sent("elsewhere")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"invalid_blocks", "{\"ok\":false,\"error\":\"invalid_blocks\"}"})
  void fallsBackToTextOnce(String refusal) throws IOException {
    slack.reply(PATH, Reply.status(400, refusal), OK);

    poster(Audience.ASKER, null).post(MESSAGE, false);

    assertThat(slack.sent()).hasSize(2);
    assertThat(sent(1).has("blocks")).isFalse();
    assertThat(sent(1).path("text").asText()).contains("AWS is away.");
  }

  @Test
  void givesUpWhenTextIsRefusedToo() {
    slack.reply(PATH, Reply.status(400, "invalid_blocks"));

    assertThatThrownBy(() -> poster(Audience.ASKER, null).post(MESSAGE, false))
        .isInstanceOf(SlackRefusedException.class);
    assertThat(slack.sent()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({"404,used_url", "404,expired_url", "200,'{\"ok\":false,\"error\":\"used_url\"}'"})
  void saysWhenTheUrlIsUsedUp(int status, String body) {
    slack.reply(PATH, Reply.status(status, body));

    assertThatThrownBy(() -> poster(Audience.ASKER, null).post(MESSAGE, false))
        .isInstanceOf(SlackRefusedException.class)
        .hasMessageContaining("5 messages within 30 minutes")
        .hasMessageNotContaining("secret");
  }

  @Test
  void honoursRetryAfterWithinTheTimeLeft() throws IOException {
    slack.reply(PATH, Reply.wait("1"), OK);

    poster(Audience.ASKER, null).post(MESSAGE, false);
    assertThat(slack.sent()).hasSize(2);
  }

  @Test
  void doesNotWaitLongerThanThereIsTime() {
    slack.reply(PATH, Reply.wait("600"));

    assertThatThrownBy(() -> poster(Audience.ASKER, null).post(MESSAGE, false))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("wait 600 s");
  }

  @Test
  void takesAServerErrorForPassing() {
    slack.reply(PATH, Reply.status(503, ""));

    assertThat(catchThrowable(() -> poster(Audience.ASKER, null).post(MESSAGE, false)))
        .isInstanceOf(IOException.class)
        .isNotInstanceOf(SlackRefusedException.class);
    assertThat(slack.sent()).hasSize(1);
  }

  @Test
  void waitsForASlowAnswerInsteadOfPostingTwice() throws IOException {
    slack.reply(PATH, new Reply(200, "ok", Map.of(), 1_500, false));

    poster(Audience.ASKER, null).post(MESSAGE, false);
    assertThat(slack.sent()).hasSize(1);
  }

  @Test
  void waitsNoLongerThanThereIsTime() {
    slack.reply(PATH, new Reply(200, "ok", Map.of(), 4_000, false));
    ResponseUrlPoster poster =
        new ResponseUrlPoster(
            http, slack.url(PATH), url -> true, Audience.ASKER, null, () -> Duration.ofMillis(500));
    long before = System.nanoTime();

    assertThatThrownBy(() -> poster.post(MESSAGE, false)).isInstanceOf(IOException.class);
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(3));
    assertThat(slack.sent()).hasSize(1);
  }

  @Test
  void postsOnceWhenTheConnectionBreaks() throws IOException {
    slack.reply(PATH, OK, Reply.brokenConnection());
    ResponseUrlPoster poster = poster(Audience.ASKER, null);
    poster.post(MESSAGE, false);

    assertThatThrownBy(() -> poster.post(MESSAGE, false)).isInstanceOf(IOException.class);
    assertThat(slack.sent()).hasSize(2);
  }

  private ResponseUrlPoster poster(Audience audience, @Nullable String thread) {
    return new ResponseUrlPoster(
        http, slack.url(PATH), url -> true, audience, thread, () -> Duration.ofSeconds(5));
  }

  private JsonNode sent(int number) throws IOException {
    return new ObjectMapper().readTree(slack.sent().get(number).body());
  }
}

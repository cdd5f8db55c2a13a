package dev.costbot.app.front;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlackFrontHandlerTest {
  private static final String FORM =
      "team_id=T1&channel_id=C1&user_id=U1&command=%2Fcostbot&trigger_id=9.8.7f"
          + "&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2F1&text=";

  private final FrontUnderTest front = new FrontUnderTest();

  @Test
  void refusesATamperedBody() throws IOException {
    ObjectNode event = front.event("slash-command");
    SignedEvents.withBody(event, new String(SignedEvents.body(event), UTF_8) + "&text=x");
    assertRefused(front.send(event), "does-not-fit");
  }

  @Test
  void refusesAnotherSecret() throws IOException {
    ObjectNode event = SignedEvents.signed("slash-command", "other", front.clock.instant());
    assertRefused(front.send(event), "does-not-fit");
  }

  @ParameterizedTest
  @CsvSource({"-300, 200", "-301, 401", "300, 200", "301, 401"})
  void toleratesFiveMinutesOnBothSides(long seconds, int status) throws IOException {
    ObjectNode event =
        SignedEvents.signed(
            "slash-command", FrontUnderTest.SECRET, front.clock.instant().plusSeconds(seconds));
    assertThat(front.send(event).status()).isEqualTo(status);
    assertThat(front.invoked).hasSize(status == 200 ? 1 : 0);
  }

  @Test
  void refusesATimestampThatIsNoNumber() throws IOException {
    ObjectNode event = front.event("slash-command");
    SignedEvents.headers(event).put("x-slack-request-timestamp", "yesterday");
    assertRefused(front.send(event), "timestamp-is-no-number");
  }

  @ParameterizedTest
  @CsvSource({"x-slack-signature, no-signature", "x-slack-request-timestamp, no-timestamp"})
  void refusesAMissingHeader(String header, String reason) throws IOException {
    ObjectNode event = front.event("slash-command");
    SignedEvents.headers(event).remove(header);
    assertRefused(front.send(event), reason);
  }

  @Test
  void findsHeadersInAnyCase() throws IOException {
    ObjectNode event = front.event("slash-command");
    ObjectNode headers = SignedEvents.headers(event);
    headers.set("X-Slack-Signature", headers.remove("x-slack-signature"));
    headers.set("X-SLACK-Request-Timestamp", headers.remove("x-slack-request-timestamp"));
    assertThat(front.send(event).status()).isEqualTo(200);
    assertThat(front.invoked).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void readsUnicodeWithAndWithoutBase64(boolean base64) throws IOException {
    ObjectNode event = SignedEvents.sample("slash-command").put("isBase64Encoded", base64);
    front.send(signed(SignedEvents.withBody(event, FORM + "K%C3%B6ln%3F+%F0%9F%92%B8")));
    assertThat(front.invoked.getFirst().text()).isEqualTo("Köln? 💸");

    ObjectNode message = SignedEvents.sample("direct-message");
    String body = new String(SignedEvents.body(message), UTF_8);
    front.send(signed(SignedEvents.withBody(message, body.replace("which", "Wieviel für 💸"))));
    assertThat(front.invoked.getLast().text()).startsWith("Wieviel für 💸");
  }

  @Test
  void acknowledgesACertificateCheckThatCarriesNoSignature() throws IOException {
    ObjectNode event = SignedEvents.sample("ssl-check");
    SignedEvents.headers(event).remove(List.of("x-slack-signature", "x-slack-request-timestamp"));
    assertThat(front.send(event).status()).isEqualTo(200);
    event.put("rawPath", "/slack/events");
    assertThat(front.send(event).status()).isEqualTo(401);
    assertThat(front.invoked).isEmpty();
  }

  @Test
  void quotesAPersonWithoutMentioningLinkingOrFormatting() throws IOException {
    String text = "%3C%21channel%3E+%3Chttps%3A%2F%2Fevil.test%7CAWS%3E+%26+%2Abold%2A%0Amore";
    FrontUnderTest.Answer answer = front.send(command(text));
    assertThat(answer.json().get("text").asText())
        .contains("“&lt;!channel&gt; AWS &amp; *bold* more”");
    assertThat(answer.json().get("mrkdwn").asBoolean()).isFalse();
  }

  @Test
  void cutsALongQuoteBetweenCharacters() throws IOException {
    String quoted = front.send(command("%F0%9F%92%B8".repeat(400))).json().get("text").asText();
    assertThat(quoted).contains("💸".repeat(150) + "…”").doesNotContain("💸".repeat(151));
    assertThat(front.invoked.getFirst().text()).isEqualTo("💸".repeat(400));
  }

  @Test
  void repeatsOfSlackKeepTheirId() throws IOException {
    ObjectNode first = front.event("app-mention");
    ObjectNode again = front.event("app-mention");
    SignedEvents.headers(again).put("x-slack-retry-num", "1");
    SignedEvents.headers(again).put("x-slack-retry-reason", "http_timeout");
    front.send(first);
    front.send(again);
    assertThat(front.invoked).hasSize(2);
    assertThat(front.invoked.getFirst().id()).isEqualTo(front.invoked.getLast().id());
    assertThat(front.logged.getLast()).contains("retry=1");
  }

  @ParameterizedTest
  @CsvSource({"slash-command, %2Fhooks.slack.com", "button, %2Fhooks.slack.com"})
  void refusesAResponseUrlAtAnotherHost(String name, String host) throws IOException {
    ObjectNode event = SignedEvents.sample(name);
    String body = new String(SignedEvents.body(event), UTF_8);
    assertThat(body).contains(host);
    SignedEvents.withBody(event, body.replace(host, host + ".evil.test"));
    FrontUnderTest.Answer answer = front.send(signed(event));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).isEqualTo("response_url is not at Slack");
    assertThat(front.invoked).isEmpty();
  }

  @Test
  void tellsWhoAskedThatTheWorkerIsDown() throws IOException {
    front.down = new WorkerUnavailableException("Lambda answered 503", null);
    FrontUnderTest.Answer command = front.send(front.event("slash-command"));
    assertThat(command.status()).isEqualTo(200);
    assertThat(command.json().get("response_type").asText()).isEqualTo("ephemeral");
    assertThat(command.json().get("text").asText()).startsWith("Sorry").contains("ask again");
    assertThat(front.logged.getLast()).contains("reason=\"Lambda answered 503\"");
    assertThat(front.send(front.event("app-mention")).status()).isEqualTo(500);
    assertThat(front.send(front.event("button")).status()).isEqualTo(500);
  }

  @Test
  void tellsWhoMayNotAskWhomToAskFor() throws IOException {
    front.askers = new Askers(List.of(), List.of("U0BOSS001", "U0BOSS002"));
    FrontUnderTest.Answer answer = front.send(front.event("slash-command"));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().get("response_type").asText()).isEqualTo("ephemeral");
    assertThat(answer.json().get("text").asText()).contains("<@U0BOSS001> or <@U0BOSS002>");
    front.askers = new Askers(List.of("C0OTHER01"), List.of());
    assertThat(front.send(front.event("slash-command")).json().get("text").asText())
        .contains("<#C0OTHER01>");
    assertThat(front.send(front.event("app-mention")).status()).isEqualTo(200);
    assertThat(front.send(front.event("button")).status()).isEqualTo(200);
    assertThat(front.invoked).isEmpty();
  }

  @Test
  void takesUpAReplacedSecretAtOnce() throws IOException {
    Deque<String> secrets = new ArrayDeque<>(List.of("old", FrontUnderTest.SECRET));
    front.secret =
        new SigningSecret() {
          @Override
          public String current() {
            return secrets.getFirst();
          }

          @Override
          public @Nullable String replacement() {
            secrets.removeFirst();
            return secrets.peekFirst();
          }
        };
    assertThat(front.send(front.event("slash-command")).status()).isEqualTo(200);
    assertThat(front.invoked).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /nowhere, 404",
    "POST, /slack/commands/, 404",
    "POST, /, 404",
    "GET, /slack/commands, 405",
    "PUT, /slack/events, 405",
    "GET, /slack/interactions, 405",
    "POST, /health, 405"
  })
  void knowsItsRoutes(String method, String path, int status) throws IOException {
    ObjectNode event = front.event("slash-command").put("rawPath", path);
    event.withObject("/requestContext/http").put("method", method);
    FrontUnderTest.Answer answer = front.send(event);
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.headers().has("allow")).isEqualTo(status == 405);
    assertThat(front.invoked).isEmpty();
  }

  @Test
  void findsItsRoutesUnderANamedStage() throws IOException {
    ObjectNode event = front.event("slash-command").put("rawPath", "/prod/slack/commands");
    event.withObject("/requestContext").put("stage", "prod");
    assertThat(front.send(event).status()).isEqualTo(200);
    assertThat(front.invoked).hasSize(1);
  }

  @Test
  void refusesWhatIsNotBase64() throws IOException {
    FrontUnderTest.Answer answer = front.send(front.event("slash-command").put("body", "%%%"));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).isEqualTo("the body is not base64");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "null", "[]", "{}", "{\"version\":\"1.0\",\"path\":\"/\"}", "{\"a\":"})
  void refusesWhatIsNoEventOfItsGateway(String event) throws IOException {
    assertThat(front.send(event.getBytes(UTF_8)).status()).isEqualTo(400);
  }

  @Test
  void refusesAMalformedBodyWithAShortText() throws IOException {
    ObjectNode event = SignedEvents.withBody(SignedEvents.sample("app-mention"), "{\"type\":");
    FrontUnderTest.Answer answer = front.send(signed(event));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).isEqualTo("not a JSON object");
  }

  @Test
  void neverLogsWhatWasAskedOrSigned() throws IOException {
    for (String name : List.of("slash-command", "app-mention", "button")) {
      ObjectNode event = front.event(name);
      front.send(event);
      assertThat(front.logged.getLast())
          .contains("status=200")
          .doesNotContain("wasting", "spend", "hooks.slack.com", "v0=", FrontUnderTest.SECRET);
    }
    front.send(signed(SignedEvents.withBody(SignedEvents.sample("app-mention"), "{top secret")));
    assertThat(front.logged.getLast()).contains("status=400").doesNotContain("top");
  }

  @Test
  void survivesADefectWithoutTellingMuch() throws IOException {
    front.secret =
        new SigningSecret() {
          @Override
          public String current() {
            throw new IllegalStateException("token=xoxb-1");
          }

          @Override
          public @Nullable String replacement() {
            return null;
          }
        };
    FrontUnderTest.Answer answer = front.send(front.event("slash-command"));
    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.body()).isEqualTo("something went wrong");
    assertThat(front.logged.getLast())
        .contains("defect=java.lang.IllegalStateException")
        .doesNotContain("xoxb");
  }

  private ObjectNode command(String text) throws IOException {
    return signed(SignedEvents.withBody(SignedEvents.sample("slash-command"), FORM + text));
  }

  private ObjectNode signed(ObjectNode event) {
    return SignedEvents.sign(event, FrontUnderTest.SECRET, front.clock.instant());
  }

  private void assertRefused(FrontUnderTest.Answer answer, String reason) {
    assertThat(answer.status()).isEqualTo(401);
    assertThat(front.invoked).isEmpty();
    assertThat(front.logged.getLast()).contains("signature=" + reason);
  }
}

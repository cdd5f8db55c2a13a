package dev.costbot.slack.request;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlackCommandsTest {
  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
  private final SlackCommands commands = new SlackCommands(ResponseOrigins.of(null));

  @Test
  void becomesAnEnvelope() {
    assertThat(read(form("what costs R&amp;D in Köln? 💸")))
        .isEqualTo(
            new SlackRequest.Question(
                new Envelope(
                    "9.8.7f",
                    Envelope.Kind.COMMAND,
                    "T1",
                    "C1",
                    "U1",
                    "what costs R&D in Köln? 💸",
                    "https://hooks.slack.com/commands/T1/2/abc",
                    null,
                    null,
                    NOW)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "help", "HELP", " help "})
  void helpsWhoAsksNothing(String text) {
    assertThat(read(form(text))).isEqualTo(new SlackRequest.Help());
  }

  @Test
  void knowsSlacksLookAtTheCertificate() {
    assertThat(read(Map.of("ssl_check", "1"))).isEqualTo(new SlackRequest.SslCheck());
    assertThat(read(Map.of("ssl_check", "0"))).isInstanceOf(SlackRequest.Malformed.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"trigger_id", "team_id", "channel_id", "user_id", "response_url"})
  void namesTheFieldThatIsMissing(String field) {
    Map<String, String> form = form("hello");
    form.remove(field);
    assertThat(read(form)).isEqualTo(new SlackRequest.Malformed(field + " is missing"));
  }

  @Test
  void refusesAResponseUrlElsewhere() {
    Map<String, String> form = form("hello");
    form.put("response_url", "https://hooks.slack.com.evil.test/commands/T1");
    assertThat(read(form)).isEqualTo(new SlackRequest.Malformed("response_url is not at Slack"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"text=%", "text=%zz", "%f=1"})
  void refusesWhatIsNoForm(String body) {
    assertThat(commands.read(body.getBytes(UTF_8), NOW))
        .isEqualTo(new SlackRequest.Malformed("not a form"));
  }

  private SlackRequest read(Map<String, String> form) {
    String body =
        form.entrySet().stream()
            .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
    return commands.read(body.getBytes(UTF_8), NOW);
  }

  private static Map<String, String> form(String text) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("team_id", "T1");
    form.put("channel_id", "C1");
    form.put("user_id", "U1");
    form.put("command", "/costbot");
    form.put("text", text);
    form.put("response_url", "https://hooks.slack.com/commands/T1/2/abc");
    form.put("trigger_id", "9.8.7f");
    return form;
  }
}

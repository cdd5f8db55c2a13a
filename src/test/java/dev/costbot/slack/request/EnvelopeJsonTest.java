package dev.costbot.slack.request;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeJsonTest {
  private static final String COMMAND =
      """
      {"version":1,"id":"1.2.a","kind":"COMMAND","team":"T1","channel":"C1","user":"U1",\
      "text":"\\"Köln\\" \\uD83D\\uDCB8","responseUrl":"https://hooks.slack.com/commands/1",\
      "receivedAt":"2026-11-21T10:00:00.123Z"}""";

  private static final Envelope ENVELOPE =
      new Envelope(
          "1.2.a",
          Envelope.Kind.COMMAND,
          "T1",
          "C1",
          "U1",
          "\"Köln\" 💸",
          "https://hooks.slack.com/commands/1",
          null,
          null,
          Instant.parse("2026-11-21T10:00:00.123Z"));

  @Test
  void isThisOnTheWire() {
    assertThat(new String(EnvelopeJson.write(ENVELOPE), UTF_8)).isEqualTo(COMMAND);
    assertThat(EnvelopeJson.read(COMMAND.getBytes(UTF_8))).isEqualTo(ENVELOPE);
  }

  @Test
  void keepsWhatAnEventCarries() {
    Envelope reply =
        new Envelope(
            "Ev1",
            Envelope.Kind.MESSAGE,
            "T1",
            "C1",
            "U1",
            "and in eu-west-1?",
            null,
            "1.1",
            "1.2",
            Instant.parse("2026-11-21T10:00:00Z"));
    assertThat(EnvelopeJson.read(EnvelopeJson.write(reply))).isEqualTo(reply);
  }

  @Test
  void passesOverFieldsOfALaterFront() {
    String later = COMMAND.replace("{\"version\":1", "{\"locale\":{\"a\":[1,{}]},\"version\":1");
    assertThat(EnvelopeJson.read(later.getBytes(UTF_8))).isEqualTo(ENVELOPE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"version", "id", "kind", "team", "channel", "user", "text", "receivedAt"})
  void namesTheFieldThatIsMissing(String field) {
    String without = COMMAND.replace("\"" + field + "\":", "\"other\":");
    assertThatThrownBy(() -> EnvelopeJson.read(without.getBytes(UTF_8)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the envelope has no " + field);
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"version\":2}', of another version",
    "'[]', no JSON object",
    "'{\"version\":1', no JSON object",
    "'', no JSON object"
  })
  void refusesWhatItCannotRead(String json, String expected) {
    assertThatThrownBy(() -> EnvelopeJson.read(json.getBytes(UTF_8)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(expected);
  }

  @Test
  void refusesAKindOrTimeItDoesNotKnow() {
    assertThatThrownBy(() -> EnvelopeJson.read(COMMAND.replace("COMMAND", "SHOUT").getBytes(UTF_8)))
        .hasMessage("the envelope's kind is unknown");
    assertThatThrownBy(
            () -> EnvelopeJson.read(COMMAND.replace("2026-11-21T", "today").getBytes(UTF_8)))
        .hasMessage("the envelope's receivedAt is no time");
  }
}

package dev.costbot.slack.request;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.costbot.slack.request.SlackSignature.Check;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlackSignatureTest {
  /** The example of docs.slack.dev/authentication/verifying-requests-from-slack. */
  private static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";

  private static final long TIMESTAMP = 1531420618;
  private static final String SIGNATURE =
      "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503";
  private static final String BODY =
      "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow"
          + "&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner"
          + "&command=%2Fwebhook-collect&text="
          + "&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554"
          + "%2F96rGlfmibIGlgcZRskXaIFfN"
          + "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";

  @Test
  void acceptsSlacksOwnExample() {
    assertThat(check(SECRET, headers(SIGNATURE), BODY, TIMESTAMP)).isEqualTo(Check.FITS);
    assertThat(SlackSignature.sign(SECRET, "1531420618", BODY.getBytes(UTF_8)))
        .isEqualTo(SIGNATURE);
  }

  @Test
  void signsTheBytesOfUnicode() {
    // hmac.new(secret, "v0:1531420618:text=Köln 💸".encode(), sha256) in Python
    assertThat(SlackSignature.sign(SECRET, "1531420618", "text=Köln 💸".getBytes(UTF_8)))
        .isEqualTo("v0=31c93918f6afce008a2219d1d2dee20a2d0c1680102e398d814a301d83fcc0af");
  }

  @Test
  void refusesATamperedBody() {
    assertThat(check(SECRET, headers(SIGNATURE), BODY + "&text=more", TIMESTAMP))
        .isEqualTo(Check.DOES_NOT_FIT);
  }

  @Test
  void refusesAnotherSecret() {
    assertThat(check(SECRET + "x", headers(SIGNATURE), BODY, TIMESTAMP))
        .isEqualTo(Check.DOES_NOT_FIT);
  }

  @ParameterizedTest
  @CsvSource({
    "0, FITS",
    "300, FITS",
    "301, TOO_OLD",
    "-300, FITS",
    "-301, IN_THE_FUTURE",
    "86400, TOO_OLD",
    "-86400, IN_THE_FUTURE"
  })
  void toleratesFiveMinutesOnBothSides(long secondsLater, Check expected) {
    assertThat(check(SECRET, headers(SIGNATURE), BODY, TIMESTAMP + secondsLater))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "abc",
        "1531420618.5",
        "-1531420618",
        "+1531420618",
        " 1531420618",
        "0x5b47",
        "١٥٣١٤٢٠٦١٨",
        "9223372036854775807",
        "99999999999999999999"
      })
  void refusesATimestampThatIsNoNumber(String timestamp) {
    Map<String, String> headers = headers(SIGNATURE);
    headers.put("X-Slack-Request-Timestamp", timestamp);
    assertThat(check(SECRET, headers, BODY, TIMESTAMP)).isEqualTo(Check.TIMESTAMP_IS_NO_NUMBER);
  }

  @Test
  void refusesWhatCarriesNoSignature() {
    Map<String, String> withoutSignature = headers(SIGNATURE);
    withoutSignature.remove("X-Slack-Signature");
    assertThat(check(SECRET, withoutSignature, BODY, TIMESTAMP)).isEqualTo(Check.NO_SIGNATURE);
    Map<String, String> withoutTimestamp = headers(SIGNATURE);
    withoutTimestamp.remove("X-Slack-Request-Timestamp");
    assertThat(check(SECRET, withoutTimestamp, BODY, TIMESTAMP)).isEqualTo(Check.NO_TIMESTAMP);
    assertThat(check(SECRET, Map.of(), BODY, TIMESTAMP)).isEqualTo(Check.NO_TIMESTAMP);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "v0=",
        "v0",
        "v1=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503",
        "a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503",
        "v0=A2114D57B48EAC39B9AD189DD8316235A7B4A8D21A10BD27519666489C69B503",
        "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b50"
      })
  void refusesASignatureOfAnotherForm(String signature) {
    assertThat(check(SECRET, headers(signature), BODY, TIMESTAMP)).isEqualTo(Check.DOES_NOT_FIT);
  }

  @ParameterizedTest
  @CsvSource({
    "x-slack-request-timestamp, x-slack-signature",
    "X-SLACK-REQUEST-TIMESTAMP, X-SLACK-SIGNATURE",
    "X-Slack-Request-Timestamp, x-Slack-signaturE"
  })
  void findsHeadersInAnyCase(String timestampName, String signatureName) {
    Map<String, String> headers =
        Map.of(timestampName, "1531420618", signatureName, SIGNATURE, "content-type", "x");
    assertThat(check(SECRET, headers, BODY, TIMESTAMP)).isEqualTo(Check.FITS);
  }

  private static Check check(String secret, Map<String, String> headers, String body, long now) {
    return SlackSignature.check(secret, headers, body.getBytes(UTF_8), Instant.ofEpochSecond(now));
  }

  private static Map<String, String> headers(String signature) {
    Map<String, String> headers = new HashMap<>();
    headers.put("X-Slack-Request-Timestamp", Long.toString(TIMESTAMP));
    headers.put("X-Slack-Signature", signature);
    return headers;
  }
}

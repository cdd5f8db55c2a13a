package dev.costbot.slack.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseOriginsTest {
  private static final ResponseOrigins SLACK_ALONE = ResponseOrigins.of(null);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://hooks.slack.com/commands/T1/2/abc",
        "https://hooks.slack.com:443/commands/T1/2/abc",
        "https://hooks.slack-gov.com/actions/T1/2/abc"
      })
  void allowsSlacksTwoHosts(String url) {
    assertThat(SLACK_ALONE.allow(url)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://hooks.slack.com.evil.test/commands/T1",
        "https://hooks.slack.com@evil.test/",
        "https://evil.test@hooks.slack.com/",
        "https://evil.test:pass@hooks.slack.com/",
        "http://hooks.slack.com/commands/T1",
        "https://hooks.slack.com:8443/commands/T1",
        "https://hooks.slack.com:80/commands/T1",
        "https://evilhooks.slack.com/",
        "https://slack.com/",
        "https://hooks.slack.com\\@evil.test/",
        "https://hooks.slack.com%2eevil.test/",
        "https://hooks.slack.com%00.evil.test/",
        "https://evil.test/#https://hooks.slack.com/",
        "https://evil.test/?https://hooks.slack.com/",
        "https://hooks.slack.com./commands",
        "https://hooks.slack.com\n.evil.test/",
        " https://hooks.slack.com/",
        "//hooks.slack.com/commands",
        "hooks.slack.com/commands",
        "https:hooks.slack.com",
        "https:///hooks.slack.com/",
        "ftp://hooks.slack.com/",
        "file:///etc/passwd",
        "http://169.254.169.254/latest/meta-data/",
        "http://127.0.0.1:9000/",
        ""
      })
  void refusesEverythingElse(String url) {
    assertThat(SLACK_ALONE.allow(url)).isFalse();
  }

  @Test
  void allowsAFurtherOriginExactlyAsItIsGiven() {
    ResponseOrigins origins =
        ResponseOrigins.of(" http://127.0.0.1:9000, https://relay.example.com ,");
    assertThat(origins.allow("http://127.0.0.1:9000/answers/1")).isTrue();
    assertThat(origins.allow("https://relay.example.com/x")).isTrue();
    assertThat(origins.allow("https://relay.example.com:443/x")).isTrue();
    assertThat(origins.allow("https://hooks.slack.com/commands/T1")).isTrue();

    assertThat(origins.allow("https://127.0.0.1:9000/")).isFalse();
    assertThat(origins.allow("http://127.0.0.1:9001/")).isFalse();
    assertThat(origins.allow("http://127.0.0.1/")).isFalse();
    assertThat(origins.allow("http://localhost:9000/")).isFalse();
    assertThat(origins.allow("http://127.0.0.1:9000@evil.test/")).isFalse();
    assertThat(origins.allow("http://me@127.0.0.1:9000/")).isFalse();
    assertThat(origins.allow("http://relay.example.com/x")).isFalse();
    assertThat(origins.allow("https://relay.example.com:8443/x")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1:9000",
        "http://127.0.0.1:9000/path",
        "ftp://a.test",
        "http://u@a.test",
        "http://a.test?x",
        "*",
        "http://",
        "http:// a.test"
      })
  void refusesASettingThatIsNoOrigin(String setting) {
    assertThatThrownBy(() -> ResponseOrigins.of(setting))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

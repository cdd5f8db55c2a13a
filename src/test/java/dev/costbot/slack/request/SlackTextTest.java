package dev.costbot.slack.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlackTextTest {
  @ParameterizedTest
  @CsvSource({
    "'<@UBOT> what costs most?', 'what costs most?'",
    "'hey <@UBOT|costbot> what costs most?', 'hey  what costs most?'",
    "'<@UBOT><@U2> which is ours?', '<@U2> which is ours?'",
    "'R&amp;D &lt;dev&gt;', 'R&D <dev>'",
    "'&amp;lt;', '&lt;'",
    "'&lt;@UBOT&gt; stays', '<@UBOT> stays'",
    "'bucket <http://logs.example.com|logs.example.com>?', 'bucket logs.example.com?'",
    "'see <https://example.com/a?b=1&amp;c=2>', 'see https://example.com/a?b=1&c=2'",
    "'in <#C1|finops> <!here>', 'in <#C1|finops> <!here>'",
    "'a < b', 'a < b'",
    "'  ', ''"
  })
  void readsWhatWasTyped(String text, String expected) {
    assertThat(SlackText.typed(text, List.of("UBOT"))).isEqualTo(expected);
  }

  @Test
  void escapesSoThatNothingMentionsOrLinks() {
    assertThat(SlackText.escape("<!channel> & <https://evil.test|AWS>"))
        .isEqualTo("&lt;!channel&gt; &amp; &lt;https://evil.test|AWS&gt;");
  }

  @Test
  void knowsAMentionFromALongerId() {
    assertThat(SlackText.mentions("<@UBOT> hi", "UBOT")).isTrue();
    assertThat(SlackText.mentions("<@UBOT|costbot> hi", "UBOT")).isTrue();
    assertThat(SlackText.mentions("<@UBOT2> hi", "UBOT")).isFalse();
  }
}

package dev.costbot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every quota has to keep. */
abstract class QuotaContract {
  private static final Instant ASKED = Instant.parse("2026-11-21T10:59:59Z");

  abstract Quota open();

  @Test
  void allowsAsManyAsAreAllowedAndNoMore() {
    Quota quota = open();
    assertThat(quota.allows("T#U1", "one", ASKED, 2)).isTrue();
    assertThat(quota.allows("T#U1", "two", ASKED, 2)).isTrue();
    assertThat(quota.allows("T#U1", "three", ASKED, 2)).isFalse();
    assertThat(quota.allows("T#U1", "three", ASKED, 2)).isFalse();
  }

  @Test
  void countsATriedAgainQuestionOnceAndKeepsItsWord() {
    Quota quota = open();
    assertThat(quota.allows("T#U1", "one", ASKED, 2)).isTrue();
    assertThat(quota.allows("T#U1", "one", ASKED, 2)).isTrue();
    assertThat(quota.allows("T#U1", "two", ASKED, 2)).isTrue();
    assertThat(quota.allows("T#U1", "one", ASKED, 2)).isTrue();
  }

  @Test
  void countsEachPersonAndEachHourApart() {
    Quota quota = open();
    assertThat(quota.allows("T#U1", "one", ASKED, 1)).isTrue();
    assertThat(quota.allows("T#U2", "two", ASKED, 1)).isTrue();
    assertThat(quota.allows("T#U1", "three", ASKED.plusSeconds(1), 1)).isTrue();
    // A question of the hour before that is worked on late is still one too many there.
    assertThat(quota.allows("T#U1", "four", ASKED.minus(Duration.ofMinutes(1)), 1)).isFalse();
  }
}

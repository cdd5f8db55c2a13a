package dev.costbot.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StopTimeTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "User initiated (2026-09-01 10:11:12 GMT)",
        "User initiated (2026-09-01 10:11:12 UTC)",
        "Service initiated (2026-09-01 10:11:12 GMT)"
      })
  void readsTheTimeOutOfTheReason(String reason) {
    assertThat(StopTime.parse(reason)).isEqualTo(Instant.parse("2026-09-01T10:11:12Z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "User initiated",
        "Server.SpotInstanceShutdown: Spot instance shutdown",
        "User initiated (2026-02-31 10:11:12 GMT)",
        "User initiated (2026-09-01 25:00:00 GMT)",
        "User initiated (2026-09-01 10:11:12 CET)"
      })
  void knowsNoTimeWhereTheReasonNamesNone(String reason) {
    assertThat(StopTime.parse(reason)).isNull();
  }

  @Test
  void knowsNoTimeWithoutAReason() {
    assertThat(StopTime.parse(null)).isNull();
  }
}

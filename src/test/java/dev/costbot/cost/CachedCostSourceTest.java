package dev.costbot.cost;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.costbot.model.CostSeries;
import dev.costbot.model.Money;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Today is 2026-11-20; 95 days before it is 2026-08-17. */
class CachedCostSourceTest {
  private final List<String> asked = new ArrayList<>();
  private final InMemoryCostCache cache = new InMemoryCostCache();
  private Instant now = Instant.parse("2026-11-20T08:00:00Z");

  @Test
  void servesAConversationFromOneQuery() throws Exception {
    fetch("2026-11-09", "2026-11-16");
    fetch("2026-10-01", "2026-11-01");
    fetch("2026-08-17", "2026-11-21");

    assertThat(asked).containsExactly("2026-08-17/2026-11-21");
  }

  @Test
  void cutsTheAskedDaysOut() throws Exception {
    CostSeries series = fetch("2026-11-09", "2026-11-11");

    assertThat(series.from()).isEqualTo("2026-11-09");
    assertThat(series.to()).isEqualTo("2026-11-11");
    assertThat(series.entries())
        .extracting(entry -> entry.day() + " " + entry.cost().amount())
        .containsExactly("2026-11-09 9", "2026-11-10 10");
  }

  @Test
  void aCachedSeriesIsTheFetchedOne() throws Exception {
    assertThat(fetch("2026-11-09", "2026-11-16")).isEqualTo(fetch("2026-11-09", "2026-11-16"));
  }

  @Test
  void leavesOutDaysAfterToday() throws Exception {
    CostSeries month = fetch("2026-11-01", "2026-12-01");

    assertThat(month.to()).isEqualTo("2026-11-21");
    assertThatThrownBy(() -> fetch("2026-11-21", "2026-12-01"))
        .isInstanceOf(CostUnavailableException.class);
  }

  @Test
  void asksOnceForOlderDays() throws Exception {
    fetch("2026-08-16", "2026-09-01");
    fetch("2026-08-16", "2026-09-01");

    assertThat(asked).containsExactly("2026-08-16/2026-09-01");
  }

  @Test
  void asksAgainAfterSixHours() throws Exception {
    fetch("2026-11-09", "2026-11-16");
    now = Instant.parse("2026-11-20T13:59:59Z");
    fetch("2026-11-09", "2026-11-16");
    assertThat(asked).hasSize(1);

    now = Instant.parse("2026-11-20T14:00:00Z");
    fetch("2026-11-09", "2026-11-16");
    assertThat(asked).hasSize(2);
  }

  @Test
  void asksAgainOnANewDay() throws Exception {
    now = Instant.parse("2026-11-20T23:00:00Z");
    fetch("2026-11-09", "2026-11-16");
    now = Instant.parse("2026-11-21T00:30:00Z");
    fetch("2026-11-09", "2026-11-16");

    assertThat(asked).containsExactly("2026-08-17/2026-11-21", "2026-08-18/2026-11-22");
  }

  @Test
  void neverShowsOneCallerTheBillOfAnother() throws Exception {
    fetch("2026-11-09", "2026-11-16");
    new CachedCostSource(this::bill, cache, "222222222222", () -> now)
        .fetch(LocalDate.parse("2026-11-09"), LocalDate.parse("2026-11-16"));

    assertThat(asked).hasSize(2);
  }

  @Test
  void keepsNoFailure() throws Exception {
    CostSource failing =
        (from, to) -> {
          throw new CostUnavailableException("denied");
        };
    assertThatThrownBy(
            () ->
                new CachedCostSource(failing, cache, "111111111111", () -> now)
                    .fetch(LocalDate.parse("2026-11-09"), LocalDate.parse("2026-11-16")))
        .hasMessage("denied");

    assertThat(fetch("2026-11-09", "2026-11-16").entries()).hasSize(7);
  }

  @Test
  void answersWithoutACacheThatFails() throws Exception {
    CostCache broken =
        new CostCache() {
          @Override
          public Optional<byte[]> get(String key, Instant at) throws IOException {
            throw new IOException("no table");
          }

          @Override
          public void put(String key, byte[] value, Instant expires) throws IOException {
            throw new IOException("no table");
          }
        };
    CostSeries series =
        new CachedCostSource(this::bill, broken, "111111111111", () -> now)
            .fetch(LocalDate.parse("2026-11-09"), LocalDate.parse("2026-11-16"));

    assertThat(series.entries()).hasSize(7);
  }

  @Test
  void asksAgainWhenWhatWasKeptMakesNoSense() throws Exception {
    CostCache corrupt =
        new CostCache() {
          @Override
          public Optional<byte[]> get(String key, Instant at) {
            return Optional.of("half a bi".getBytes(UTF_8));
          }

          @Override
          public void put(String key, byte[] value, Instant expires) {
            assertThat(value).isNotEmpty();
          }
        };
    CostSeries series =
        new CachedCostSource(this::bill, corrupt, "111111111111", () -> now)
            .fetch(LocalDate.parse("2026-11-09"), LocalDate.parse("2026-11-16"));

    assertThat(series.entries()).hasSize(7);
  }

  private CostSeries fetch(String from, String to) throws CostUnavailableException {
    return new CachedCostSource(this::bill, cache, "111111111111", () -> now)
        .fetch(LocalDate.parse(from), LocalDate.parse(to));
  }

  /** Every day costs as many dollars as its number in the month. */
  private CostSeries bill(LocalDate from, LocalDate to) {
    asked.add(from + "/" + to);
    return new CostSeries(
        from,
        to,
        "UnblendedCost",
        "a fake",
        now,
        from.datesUntil(to)
            .map(
                day ->
                    new CostSeries.Entry(
                        day, "Tax", "1", Money.usd(String.valueOf(day.getDayOfMonth())), false))
            .toList());
  }
}

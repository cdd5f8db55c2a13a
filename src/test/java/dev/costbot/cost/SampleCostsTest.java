package dev.costbot.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.costbot.model.CostSeries;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class SampleCostsTest {
  private final SampleCosts sample = SampleCosts.load();

  @Test
  void isNinetyDaysOfOneAccountUpToYesterday() {
    CostSeries series = sample.series();

    assertThat(series.from()).isEqualTo("2026-08-22");
    assertThat(series.to()).isEqualTo("2026-11-20");
    assertThat(series.asOf()).isEqualTo(Instant.parse("2026-11-20T08:00:00Z"));
    assertThat(series.source()).contains("sample account");
    assertThat(series.entries()).extracting(CostSeries.Entry::day).contains(series.from());
    assertThat(series.entries().stream().map(CostSeries.Entry::day).distinct()).hasSize(90);
    assertThat(series.entries()).extracting(CostSeries.Entry::account).containsOnly("123456789012");
  }

  /**
   * {@code awk -F, '$1 >= "2026-11-09" && $1 <= "2026-11-15" { s += $4 } END { printf "%.10f", s
   * }'}
   */
  @Test
  void lastWeekIsWhatAwkAddsUp() throws Exception {
    CostSeries week = sample.fetch(LocalDate.parse("2026-11-09"), LocalDate.parse("2026-11-16"));

    assertThat(total(week)).isEqualByComparingTo("1288.8200225778");
  }

  /** About three times the days before: what an answer about an anomaly has to find. */
  @Test
  void hasAnAnomalyInEc2Other() throws Exception {
    assertThat(ec2Other("2026-11-09")).isBetween(new BigDecimal(18), new BigDecimal(26));
    assertThat(ec2Other("2026-11-10")).isBetween(new BigDecimal(60), new BigDecimal(75));
  }

  @Test
  void marksTheLastTwoDays() {
    assertThat(sample.series().entries())
        .filteredOn(CostSeries.Entry::estimated)
        .extracting(entry -> entry.day().toString())
        .containsOnly("2026-11-18", "2026-11-19");
  }

  @Test
  void saysWhichDaysItHoldsWhenAskedForOthers() {
    assertThatThrownBy(
            () -> sample.fetch(LocalDate.parse("2025-01-01"), LocalDate.parse("2025-02-01")))
        .isInstanceOf(CostUnavailableException.class)
        .hasMessageContaining("2026-08-22 to 2026-11-19")
        .hasMessageContaining("none of 2025-01-01 to 2025-01-31");
  }

  private BigDecimal ec2Other(String day) throws CostUnavailableException {
    LocalDate date = LocalDate.parse(day);
    CostSeries series = sample.fetch(date, date.plusDays(1));
    return series.entries().stream()
        .filter(entry -> entry.service().equals("EC2 - Other"))
        .map(entry -> entry.cost().amount())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal total(CostSeries series) {
    return series.entries().stream()
        .map(entry -> entry.cost().amount())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}

package dev.costbot.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Daily cost by service and account.
 *
 * @param from first day
 * @param to the day after the last
 * @param metric e.g. {@code UnblendedCost} or {@code BilledCost}
 * @param source where it came from, in words
 * @param asOf when it was fetched or exported
 */
public record CostSeries(
    LocalDate from, LocalDate to, String metric, String source, Instant asOf, List<Entry> entries) {
  public CostSeries {
    entries = List.copyOf(entries);
  }

  /**
   * @param estimated the provider may still change it
   */
  public record Entry(
      LocalDate day, String service, String account, Money cost, boolean estimated) {}

  /** The same series, cut to some days. */
  public CostSeries between(Period period) {
    return new CostSeries(
        period.from(),
        period.to(),
        metric,
        source,
        asOf,
        entries.stream().filter(entry -> period.contains(entry.day())).toList());
  }
}

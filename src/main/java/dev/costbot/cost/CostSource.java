package dev.costbot.cost;

import dev.costbot.model.CostSeries;
import java.time.LocalDate;

/** Where the bill comes from. */
public interface CostSource {

  /**
   * The cost of some days, by day, service and account.
   *
   * @param from first day
   * @param toExclusive the day after the last
   * @return a series whose {@code from} and {@code to} are the days the source can speak of: they
   *     may be fewer than asked for, e.g. because some lie in the future or outside a file
   * @throws CostUnavailableException when nothing can be said of any of the days
   */
  CostSeries fetch(LocalDate from, LocalDate toExclusive) throws CostUnavailableException;
}

package dev.costbot.cost;

import dev.costbot.model.CostSeries;
import dev.costbot.model.Period;
import java.time.LocalDate;

/** Some days, never none. */
record Days(LocalDate from, LocalDate toExclusive) {
  Days {
    if (!from.isBefore(toExclusive)) {
      throw new IllegalArgumentException(
          "days end after they start, not " + from + " to " + toExclusive);
    }
  }

  /** The asked days without those after {@code today}, of which no bill can speak. */
  static Days upTo(LocalDate today, LocalDate from, LocalDate toExclusive)
      throws CostUnavailableException {
    Days asked = new Days(from, toExclusive);
    LocalDate tomorrow = today.plusDays(1);
    if (!from.isBefore(tomorrow)) {
      throw new CostUnavailableException(
          "There are no costs from " + from + " on yet: today is " + today + " (UTC).");
    }
    return toExclusive.isAfter(tomorrow) ? new Days(from, tomorrow) : asked;
  }

  /** The days a series speaks of. */
  static Days covered(CostSeries series) {
    return new Days(series.from(), series.to());
  }

  /** The asked days, as far as they are among these. */
  Days within(LocalDate askedFrom, LocalDate askedTo, String source)
      throws CostUnavailableException {
    Days asked = new Days(askedFrom, askedTo);
    if (!askedFrom.isBefore(toExclusive) || !from.isBefore(askedTo)) {
      throw new CostUnavailableException(
          "%s holds costs of %s, none of %s.".formatted(source, this, asked));
    }
    return new Days(
        askedFrom.isBefore(from) ? from : askedFrom,
        askedTo.isAfter(toExclusive) ? toExclusive : askedTo);
  }

  /** The series, cut to the asked days as far as they are among these. */
  CostSeries cut(CostSeries series, LocalDate askedFrom, LocalDate askedTo)
      throws CostUnavailableException {
    Days days = within(askedFrom, askedTo, series.source());
    return series.between(new Period(days.from, days.toExclusive, ""));
  }

  boolean contains(LocalDate day) {
    return !day.isBefore(from) && day.isBefore(toExclusive);
  }

  /** First and last day, both included. */
  @Override
  public String toString() {
    LocalDate last = toExclusive.minusDays(1);
    return from.equals(last) ? from.toString() : from + " to " + last;
  }
}

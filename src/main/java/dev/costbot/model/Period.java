package dev.costbot.model;

import java.time.LocalDate;

/**
 * Some days.
 *
 * @param from first day
 * @param to the day after the last
 * @param words how the person called it, e.g. {@code last week}
 */
public record Period(LocalDate from, LocalDate to, String words) {
  public Period {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException(
          "a period ends after it starts, not " + from + " to " + to);
    }
  }

  public boolean contains(LocalDate day) {
    return !day.isBefore(from) && day.isBefore(to);
  }

  /** First and last day, both included. */
  @Override
  public String toString() {
    LocalDate last = to.minusDays(1);
    return from.equals(last) ? from.toString() : from + " to " + last;
  }
}

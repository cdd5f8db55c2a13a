package dev.costbot.app;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

/** Counts in this process, for a server on one machine. */
public final class InMemoryQuota implements Quota {
  private final Map<String, Integer> counts = new HashMap<>();
  private Instant hour = Instant.EPOCH;

  @Override
  public synchronized int count(String person, Instant now) {
    Instant current = now.truncatedTo(ChronoUnit.HOURS);
    if (!current.equals(hour)) {
      counts.clear();
      hour = current;
    }
    return counts.merge(person, 1, Integer::sum);
  }
}

package dev.costbot.app;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Counts in this process, for a server on one machine. */
public final class InMemoryQuota implements Quota {
  private static final Duration KEPT = Duration.ofHours(2);

  private final Map<PersonsHour, Set<String>> questions = new HashMap<>();

  private record PersonsHour(String person, Instant hour) {}

  @Override
  public synchronized boolean allows(String person, String question, Instant askedAt, int most) {
    Instant hour = askedAt.truncatedTo(ChronoUnit.HOURS);
    questions.keySet().removeIf(old -> old.hour().isBefore(hour.minus(KEPT)));
    Set<String> asked =
        questions.computeIfAbsent(new PersonsHour(person, hour), none -> new HashSet<>());
    return asked.contains(question) || (asked.size() < most && asked.add(question));
  }
}

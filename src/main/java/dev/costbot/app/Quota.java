package dev.costbot.app;

import java.time.Instant;

/** How often a person may ask: every answer may cost model tokens and API calls. */
public interface Quota {

  /**
   * Counts a question.
   *
   * @param person whoever asks, across channels
   * @return how many they have asked in this hour (UTC, from the full hour), this one included
   */
  int count(String person, Instant now);
}

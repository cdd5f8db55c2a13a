package dev.costbot.app;

import java.time.Instant;

/** How often a person may ask: every answer may cost model tokens and API calls. */
public interface Quota {

  /**
   * Whether a question is within what its person may ask in an hour (UTC, from the full hour). One
   * that was let through counts once, however often it is tried again.
   *
   * @param person whoever asks, across channels
   * @param question its id, the same for each try
   * @param askedAt decides the hour
   * @param most how many a person may ask in an hour
   */
  boolean allows(String person, String question, Instant askedAt, int most);
}

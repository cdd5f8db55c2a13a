package dev.costbot.conversation;

import java.time.Duration;

/**
 * How much a conversation keeps.
 *
 * @param turns the most turns of one history
 * @param historyBytes the most JSON of one history, in bytes of UTF-8
 * @param turnBytes the most JSON of one remembered turn, in bytes of UTF-8
 * @param retention how long a turn is kept after it was asked
 */
public record Bounds(int turns, int historyBytes, int turnBytes, Duration retention) {

  /**
   * Ten turns, 100 KB and 30 days. DynamoDB takes items up to 409,600 bytes, names and keys
   * included; what is left of that is for those.
   */
  public static final Bounds STANDARD = new Bounds(10, 100_000, 350_000, Duration.ofDays(30));

  public Bounds {
    if (turns < 1 || historyBytes < 1 || turnBytes < 1 || !retention.isPositive()) {
      throw new IllegalArgumentException("a conversation keeps at least something");
    }
  }
}

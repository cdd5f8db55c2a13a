package dev.costbot.delivery;

import java.time.Duration;

/**
 * The times and counts of a delivery.
 *
 * @param lease how long a worker that died still counts as alive
 * @param renewal how often a living one renews its lease
 * @param reserve how long before the deadline work is given up, to have time for an apology
 * @param backoff the pause after the first failed post; doubled after each
 * @param posts how often one attempt tries to post
 * @param attempts how often work is tried before an apology is posted instead
 */
public record Timing(
    Duration lease, Duration renewal, Duration reserve, Duration backoff, int posts, int attempts) {

  /**
   * Lambda retries an asynchronous invocation after about a minute, by which time the lease of a
   * worker that died has ended; and it runs an event three times at most.
   */
  public static final Timing STANDARD =
      new Timing(
          Duration.ofSeconds(30),
          Duration.ofSeconds(10),
          Duration.ofSeconds(8),
          Duration.ofMillis(500),
          4,
          3);

  public Timing {
    if (renewal.compareTo(lease) >= 0) {
      throw new IllegalArgumentException("a lease has to be renewed before it ends");
    }
  }
}

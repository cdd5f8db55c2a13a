package dev.costbot.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What came of asking for the lease on a question. */
public sealed interface Claim {

  /**
   * It is yours until the lease ends.
   *
   * @param attempt 1 for the first to work on it
   * @param message what an earlier attempt rendered, to be posted as it is; null when none did
   * @param postBegun an earlier attempt began to post, and nobody knows whether it got through
   */
  record Granted(Lease lease, int attempt, @Nullable String message, boolean postBegun)
      implements Claim {}

  /** Someone else is at it. */
  record Busy(Instant leaseEnds) implements Claim {}

  /**
   * The answer, or an apology, has been posted.
   *
   * @param thread the thread it was posted in; null where there is none or it is not known
   */
  record Done(@Nullable String thread) implements Claim {}
}

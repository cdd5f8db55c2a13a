package dev.costbot.delivery;

import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a delivery ended, as far as this attempt knows. */
public sealed interface Outcome {
  /**
   * A message was posted.
   *
   * @param thread the thread it opened or joined; null where there is none or it is not known
   * @param apologisedFor why it was an apology; null when it was an answer, or a message that an
   *     earlier attempt had rendered
   */
  record Posted(@Nullable String thread, @Nullable Failure apologisedFor) implements Outcome {}

  /** An earlier attempt has posted it. */
  record AlreadyPosted(@Nullable String thread) implements Outcome {}

  /** Someone else is at it: nothing was done. */
  record Busy(Instant leaseEnds) implements Outcome {}

  /** Someone else took it over: nothing was posted. */
  record LeaseLost() implements Outcome {}

  /**
   * The message is stored but could not be posted. The caller has to see to it that it is retried.
   */
  record NotPosted(IOException cause) implements Outcome {}
}

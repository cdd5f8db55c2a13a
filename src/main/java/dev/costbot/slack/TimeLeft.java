package dev.costbot.slack;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;

/** How long posting may still take. */
@FunctionalInterface
public interface TimeLeft {
  Duration get();

  /**
   * Waits as long as Slack asks for, if there is time for that and for one more try.
   *
   * @throws IOException when there is not
   */
  default void await(Duration asked) throws IOException {
    Duration left = get();
    if (left.minusSeconds(1).compareTo(asked) < 0) {
      throw new IOException(
          "Slack asks to wait %d s before the next message, and only %d s are left"
              .formatted(asked.toSeconds(), Math.max(0, left.toSeconds())));
    }
    try {
      Thread.sleep(asked);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      InterruptedIOException stopped =
          new InterruptedIOException("stopped while Slack made it wait");
      stopped.initCause(interrupted);
      throw stopped;
    }
  }
}

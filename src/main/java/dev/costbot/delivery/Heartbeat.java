package dev.costbot.delivery;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Renews a lease on a virtual thread while its worker lives, never past the deadline. */
final class Heartbeat implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);

  private final DeliveryStore store;
  private final InstantSource clock;
  private final Timing timing;
  private final Lease lease;
  private final Instant deadline;
  private final Runnable onLost;
  // A latch, not an interrupt: that could hit the store in the middle of a write.
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Thread thread;

  /**
   * @param onLost called once when someone else has taken the lease over
   */
  Heartbeat(
      DeliveryStore store,
      InstantSource clock,
      Timing timing,
      Lease lease,
      Instant deadline,
      Runnable onLost) {
    this.store = store;
    this.clock = clock;
    this.timing = timing;
    this.lease = lease;
    this.deadline = deadline;
    this.onLost = onLost;
    this.thread = Thread.ofVirtual().name("heartbeat").unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  private void run() {
    try {
      while (!stopped.await(timing.renewal().toNanos(), TimeUnit.NANOSECONDS)) {
        Instant now = clock.instant();
        if (!now.isBefore(deadline) || !renewed(now)) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean renewed(Instant now) {
    try {
      store.renew(lease, end(timing, now, deadline));
    } catch (LeaseLostException e) {
      onLost.run();
      return false;
    } catch (RuntimeException e) {
      LOG.warn("A lease could not be renewed; the next heartbeat tries again", e);
    }
    return true;
  }

  static Instant end(Timing timing, Instant now, Instant deadline) {
    Instant end = now.plus(timing.lease());
    return end.isBefore(deadline) ? end : deadline;
  }

  /** Afterwards the lease is not renewed any more. */
  @Override
  public void close() {
    stopped.countDown();
    try {
      thread.join(timing.lease());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

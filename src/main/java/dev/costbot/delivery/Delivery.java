package dev.costbot.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that every accepted question ends in one message.
 *
 * <ol>
 *   <li>Claims the question, and keeps the claim alive by a heartbeat.
 *   <li>Lets the work render the message; when that throws or takes too long, an apology.
 *   <li>Stores the message, so that a later attempt posts the same one.
 *   <li>Records that it begins to post, posts, and records that it has.
 * </ol>
 *
 * An attempt that dies between two steps is taken over by the next from there.
 */
public final class Delivery {
  private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

  private final DeliveryStore store;
  private final InstantSource clock;
  private final Timing timing;
  private final Posting posting;

  public Delivery(DeliveryStore store, InstantSource clock, Timing timing) {
    this.store = store;
    this.clock = clock;
    this.timing = timing;
    this.posting = new Posting(store, clock, timing);
  }

  /**
   * Works on the question and posts the answer, unless it is posted or someone else is at it.
   *
   * @param envelope JSON, kept until the answer is posted
   * @param deadline when this process may be ended
   */
  public Outcome deliver(
      String id, String envelope, Instant deadline, Work work, Poster poster, Apology apology)
      throws InterruptedException {
    Claim claim = claim(id, envelope, deadline);
    return proceed(claim, deadline, work, poster, apology);
  }

  /** As {@link #deliver}, but waits for someone else's lease to end: for a server that restarts. */
  public Outcome resume(
      String id, String envelope, Instant deadline, Work work, Poster poster, Apology apology)
      throws InterruptedException {
    Claim claim = claimOnceFree(id, envelope, deadline);
    return proceed(claim, deadline, work, poster, apology);
  }

  /**
   * For the failure destination, when nobody will work on the question any more: waits for a live
   * lease to end, then posts what is stored, or an apology.
   *
   * @return {@link Outcome.Busy} when someone is still at it near the deadline
   */
  public Outcome apologise(
      String id, String envelope, Instant deadline, Poster poster, Apology apology)
      throws InterruptedException {
    Claim claim = claimOnceFree(id, envelope, deadline);
    return proceed(claim, deadline, null, poster, apology);
  }

  private Claim claim(String id, String envelope, Instant deadline) {
    Instant now = clock.instant();
    return store.claim(id, envelope, now, Heartbeat.end(timing, now, deadline));
  }

  private Claim claimOnceFree(String id, String envelope, Instant deadline)
      throws InterruptedException {
    while (true) {
      Claim claim = claim(id, envelope, deadline);
      if (!(claim instanceof Claim.Busy busy)) {
        return claim;
      }
      Instant now = clock.instant();
      Duration left = Duration.between(now, deadline.minus(timing.reserve()));
      if (!left.isPositive()) {
        return claim;
      }
      Duration untilFree = Duration.between(now, busy.leaseEnds());
      Thread.sleep(shortest(left, untilFree, timing.renewal()).plusMillis(1));
    }
  }

  /**
   * @param work null when nothing but an apology is wanted
   */
  private Outcome proceed(
      Claim claim, Instant deadline, @Nullable Work work, Poster poster, Apology apology)
      throws InterruptedException {
    return switch (claim) {
      case Claim.Done done -> new Outcome.AlreadyPosted(done.thread());
      case Claim.Busy busy -> new Outcome.Busy(busy.leaseEnds());
      case Claim.Granted granted -> {
        boolean again = work != null && granted.attempt() <= timing.attempts();
        yield finish(granted, deadline, again ? work : null, poster, apology);
      }
    };
  }

  private Outcome finish(
      Claim.Granted granted, Instant deadline, @Nullable Work work, Poster poster, Apology apology)
      throws InterruptedException {
    Lease lease = granted.lease();
    FutureTask<String> task = new FutureTask<>(work == null ? () -> "" : work::render);
    Outcome outcome;
    try (Heartbeat heartbeat =
        new Heartbeat(store, clock, timing, lease, deadline, () -> task.cancel(true))) {
      heartbeat.start();
      String message = granted.message();
      Failure failure = null;
      if (message == null) {
        failure = work == null ? new Failure.NeverFinished() : run(lease, task, deadline);
        message = failure == null ? task.resultNow() : apology.render(failure);
        store.answered(lease, message);
      }
      outcome = posting.post(lease, message, granted.postBegun(), poster, deadline, failure);
    } catch (LeaseLostException e) {
      LOG.warn("Another worker has taken the question over; nothing was posted here");
      return new Outcome.LeaseLost();
    } finally {
      task.cancel(true);
    }
    if (outcome instanceof Outcome.NotPosted) {
      giveBack(lease);
    }
    return outcome;
  }

  /**
   * @return why there is no answer; null when the task has one
   */
  private @Nullable Failure run(Lease lease, FutureTask<String> task, Instant deadline)
      throws InterruptedException {
    Duration left = Duration.between(clock.instant(), deadline.minus(timing.reserve()));
    if (!left.isPositive()) {
      return new Failure.OutOfTime();
    }
    Thread.ofVirtual().name("work").start(task);
    try {
      task.get(left.toNanos(), TimeUnit.NANOSECONDS);
      return null;
    } catch (TimeoutException e) {
      return new Failure.OutOfTime();
    } catch (ExecutionException e) {
      return new Failure.Broken(e.getCause() == null ? e : e.getCause());
    } catch (CancellationException e) {
      throw new LeaseLostException(lease);
    }
  }

  /** So that a retry need not wait for the lease to end. */
  private void giveBack(Lease lease) {
    try {
      store.renew(lease, clock.instant());
    } catch (LeaseLostException e) {
      LOG.debug("The lease had been lost already", e);
    }
  }

  private static Duration shortest(Duration one, Duration two, Duration three) {
    Duration shorter = one.compareTo(two) <= 0 ? one : two;
    Duration shortest = shorter.compareTo(three) <= 0 ? shorter : three;
    return shortest.isNegative() ? Duration.ZERO : shortest;
  }
}

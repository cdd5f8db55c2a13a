package dev.costbot.delivery;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Posts one stored message, under a lease. */
final class Posting {
  private static final Logger LOG = LoggerFactory.getLogger(Posting.class);

  private final DeliveryStore store;
  private final InstantSource clock;
  private final Timing timing;

  Posting(DeliveryStore store, InstantSource clock, Timing timing) {
    this.store = store;
    this.clock = clock;
    this.timing = timing;
  }

  /**
   * Tries until it got through, the tries are used up or the deadline is near.
   *
   * @param begunBefore an earlier attempt may have got through
   * @throws LeaseLostException when someone else took over before anything was posted
   */
  Outcome post(
      Lease lease,
      String message,
      boolean begunBefore,
      Poster poster,
      Instant deadline,
      @Nullable Failure failure)
      throws InterruptedException {
    boolean begun = begunBefore;
    Duration pause = timing.backoff();
    for (int attempt = 1; ; attempt++) {
      Poster.Seen seen = begun ? seen(poster) : Poster.Seen.NO;
      boolean begunEarlier = begun;
      // Before every post, not once: a lease can be lost during a pause.
      store.posting(lease);
      if (seen == Poster.Seen.YES) {
        return posted(lease, null, failure);
      }
      try {
        String thread = poster.post(message, seen == Poster.Seen.CANNOT_TELL);
        return posted(lease, thread, failure);
      } catch (IOException e) {
        begun = begunEarlier || !neverSent(e);
        LOG.warn("Post {} of {} did not get through: {}", attempt, timing.posts(), e.toString());
        if (attempt == timing.posts() || !clock.instant().plus(pause).isBefore(deadline)) {
          return new Outcome.NotPosted(e);
        }
      }
      Thread.sleep(pause);
      pause = pause.multipliedBy(2);
    }
  }

  /** Nobody was reached, so that a further try is no repeat. */
  private static boolean neverSent(IOException e) {
    return e instanceof ConnectException || e instanceof UnknownHostException;
  }

  private static Poster.Seen seen(Poster poster) {
    try {
      return poster.seen();
    } catch (IOException e) {
      LOG.warn("Whether an earlier post got through could not be found out: {}", e.toString());
      return Poster.Seen.CANNOT_TELL;
    }
  }

  private Outcome posted(Lease lease, @Nullable String thread, @Nullable Failure failure) {
    try {
      store.posted(lease, thread);
    } catch (LeaseLostException e) {
      LOG.warn("Posted, but someone else had taken the question over meanwhile");
    }
    return new Outcome.Posted(thread, failure);
  }
}

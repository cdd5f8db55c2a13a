package dev.costbot.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One question as the stores of one machine keep it, and the steps it takes.
 *
 * @param envelope null once it was posted
 * @param owner who has or last had the lease
 * @param attempt how often it was claimed
 */
record Entry(
    String id,
    @Nullable String envelope,
    Phase phase,
    @Nullable String owner,
    Instant leaseEnds,
    int attempt,
    @Nullable String message,
    @Nullable String thread,
    Instant acceptedAt) {
  static final Duration KEPT = Duration.ofDays(2);

  Entry {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(phase, "phase");
    Objects.requireNonNull(leaseEnds, "leaseEnds");
    Objects.requireNonNull(acceptedAt, "acceptedAt");
  }

  static Entry accepted(String id, String envelope, Instant now) {
    return new Entry(id, envelope, Phase.WORKING, null, Instant.EPOCH, 0, null, null, now);
  }

  /** With the lease given to the owner; unchanged when it is not to be had. */
  Entry claimedBy(String newOwner, Instant now, Instant ends) {
    return phase == Phase.POSTED || now.isBefore(leaseEnds)
        ? this
        : new Entry(id, envelope, phase, newOwner, ends, attempt + 1, message, thread, acceptedAt);
  }

  /** What the claim of this owner came to. */
  Claim claim(String claimant) {
    if (phase == Phase.POSTED) {
      return new Claim.Done(thread);
    }
    return claimant.equals(owner)
        ? new Claim.Granted(new Lease(id, claimant), attempt, message, phase == Phase.POSTING)
        : new Claim.Busy(leaseEnds);
  }

  Entry renewed(Instant ends) {
    return new Entry(id, envelope, phase, owner, ends, attempt, message, thread, acceptedAt);
  }

  Entry answered(String text) {
    return new Entry(
        id, envelope, Phase.ANSWERED, owner, leaseEnds, attempt, text, thread, acceptedAt);
  }

  Entry posting() {
    return new Entry(
        id, envelope, Phase.POSTING, owner, leaseEnds, attempt, message, thread, acceptedAt);
  }

  Entry posted(@Nullable String where) {
    return new Entry(id, null, Phase.POSTED, owner, leaseEnds, attempt, null, where, acceptedAt);
  }

  boolean expired(Instant now) {
    return !now.isBefore(acceptedAt.plus(KEPT));
  }
}

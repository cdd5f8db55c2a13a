package dev.costbot.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Lets the process of its caller die just before or just after one of its steps. */
final class MortalStore extends ForwardingStore {
  private final String death;

  /**
   * @param death e.g. {@code before posted}
   */
  MortalStore(DeliveryStore store, String death) {
    super(store);
    this.death = death;
  }

  /** Nothing catches it, as nothing catches a kill. */
  static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  private void moment(String moment) {
    if (death.equals(moment)) {
      throw new Killed();
    }
  }

  @Override
  public Claim claim(String id, String envelope, Instant now, Instant leaseEnds) {
    moment("before claim");
    Claim claim = super.claim(id, envelope, now, leaseEnds);
    moment("after claim");
    return claim;
  }

  @Override
  public void answered(Lease lease, String message) {
    moment("before answered");
    super.answered(lease, message);
    moment("after answered");
  }

  @Override
  public void posting(Lease lease) {
    moment("before posting");
    super.posting(lease);
    moment("after posting");
  }

  @Override
  public void posted(Lease lease, @Nullable String thread) {
    moment("before posted");
    super.posted(lease, thread);
    moment("after posted");
  }
}

package dev.costbot.delivery;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Passes everything on; tests override what they disturb. */
class ForwardingStore implements DeliveryStore {
  private final DeliveryStore store;

  ForwardingStore(DeliveryStore store) {
    this.store = store;
  }

  @Override
  public boolean accept(String id, String envelope, Instant now) {
    return store.accept(id, envelope, now);
  }

  @Override
  public Claim claim(String id, String envelope, Instant now, Instant leaseEnds) {
    return store.claim(id, envelope, now, leaseEnds);
  }

  @Override
  public void renew(Lease lease, Instant leaseEnds) {
    store.renew(lease, leaseEnds);
  }

  @Override
  public void answered(Lease lease, String message) {
    store.answered(lease, message);
  }

  @Override
  public void posting(Lease lease) {
    store.posting(lease);
  }

  @Override
  public void posted(Lease lease, @Nullable String thread) {
    store.posted(lease, thread);
  }

  @Override
  public List<Accepted> unfinished(Instant now) {
    return store.unfinished(now);
  }
}

package dev.costbot.delivery;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where every accepted question stands: working, answered (the message is stored), posting, posted.
 * A question is forgotten two days after it was accepted. Every write under a lease is refused once
 * someone else has taken the lease over.
 */
public interface DeliveryStore {

  /**
   * Records a question before anyone works on it.
   *
   * @param envelope JSON, opaque to the store
   * @return whether it is new; one that is known is left as it is
   */
  boolean accept(String id, String envelope, Instant now);

  /**
   * Asks for the lease, and records the question if it is not known yet. Of several who ask at once
   * one gets it.
   */
  Claim claim(String id, String envelope, Instant now, Instant leaseEnds);

  /**
   * Moves the end of the lease; to the present to give it back.
   *
   * @throws LeaseLostException when someone else owns it
   */
  void renew(Lease lease, Instant leaseEnds);

  /**
   * Stores the message that is to be posted.
   *
   * @throws LeaseLostException when someone else owns it
   */
  void answered(Lease lease, String message);

  /**
   * Records that posting begins: from here on nobody can be sure that it was not posted.
   *
   * @throws LeaseLostException when someone else owns it
   */
  void posting(Lease lease);

  /**
   * Records that it was posted, and forgets the envelope and the message.
   *
   * @param thread where; null where there is none or it is not known
   * @throws LeaseLostException when someone else owns it
   */
  void posted(Lease lease, @Nullable String thread);

  /**
   * What was accepted and not posted, oldest first, for a server that starts again. Some of it may
   * be under a live lease.
   */
  List<Accepted> unfinished(Instant now);
}

package dev.costbot.delivery;

/** Someone else has taken the question over. Whoever gets this must not post. */
public final class LeaseLostException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public LeaseLostException(Lease lease) {
    super("the lease on " + lease.id() + " now belongs to someone else");
  }
}

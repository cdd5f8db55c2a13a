package dev.costbot.cost;

/**
 * There is no bill to answer from; the message says why, and what to do, and is fit for the person
 * who asked.
 */
public final class CostUnavailableException extends Exception {
  private static final long serialVersionUID = 1L;

  public CostUnavailableException(String message) {
    super(message);
  }

  public CostUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}

package dev.costbot.advisor;

/** Facts could not be had; the message says why and what to do, fit for the person who asked. */
public final class FactsUnavailableException extends Exception {
  private static final long serialVersionUID = 1L;

  public FactsUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}

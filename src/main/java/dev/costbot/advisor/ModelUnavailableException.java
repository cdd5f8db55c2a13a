package dev.costbot.advisor;

/** The model gave no usable reply; the message says why and is fit for the person who asked. */
public final class ModelUnavailableException extends Exception {
  private static final long serialVersionUID = 1L;

  public ModelUnavailableException(String message) {
    super(message);
  }

  public ModelUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}

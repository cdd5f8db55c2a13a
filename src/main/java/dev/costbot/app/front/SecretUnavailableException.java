package dev.costbot.app.front;

import org.jspecify.annotations.Nullable;

/** A secret could not be had. The reason says which, and why; it can be shown to anyone. */
public final class SecretUnavailableException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String reason;

  public SecretUnavailableException(String reason, @Nullable Throwable cause) {
    super(reason, cause);
    this.reason = reason;
  }

  public String reason() {
    return reason;
  }
}

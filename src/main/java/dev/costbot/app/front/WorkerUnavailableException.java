package dev.costbot.app.front;

import org.jspecify.annotations.Nullable;

/** The worker could not be handed a question. The reason is for the log. */
public final class WorkerUnavailableException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String reason;

  public WorkerUnavailableException(String reason, @Nullable Throwable cause) {
    super(reason, cause);
    this.reason = reason;
  }

  public String reason() {
    return reason;
  }
}

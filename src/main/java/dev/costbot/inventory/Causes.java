package dev.costbot.inventory;

import org.jspecify.annotations.Nullable;

/** Words for an exception that a person may read. */
final class Causes {
  private static final int ENOUGH = 200;

  private Causes() {}

  /**
   * The first line of the innermost message, at most 200 characters; else the kind of exception.
   */
  static String firstLine(Throwable broken) {
    Throwable root = broken;
    for (@Nullable Throwable next = root.getCause(); next != null; next = next.getCause()) {
      root = next;
    }
    @Nullable String message = root.getMessage();
    if (message == null || message.isBlank()) {
      return root.getClass().getSimpleName();
    }
    String line = message.strip().lines().findFirst().orElse("");
    return line.length() <= ENOUGH ? line : line.substring(0, ENOUGH) + "…";
  }
}

package dev.costbot.inventory;

import java.io.Serial;

/** AWS described a resource in a way that makes no sense, e.g. with a negative size. */
final class OddAnswerException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  OddAnswerException(String message) {
    super(message);
  }
}

package dev.costbot.conversation;

import java.nio.file.Path;

/** The file of a history is damaged. It has been left as it is. */
public final class UnreadableHistoryException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnreadableHistoryException(Path file, String problem) {
    super(
        "The history in %s cannot be read (%s). Nothing was changed: move the file away to start anew, or put an earlier copy in its place."
            .formatted(file, problem));
  }
}

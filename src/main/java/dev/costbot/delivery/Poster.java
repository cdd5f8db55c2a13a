package dev.costbot.delivery;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Takes a rendered message to the person who asked. */
public interface Poster {

  /**
   * Posts the message.
   *
   * @param message as it was rendered and stored
   * @param mayRepeat an earlier try may have got through: the message has to say so
   * @return the thread it opened or joined, or null where there is none
   * @throws IOException when it did not get through
   */
  @Nullable String post(String message, boolean mayRepeat) throws IOException;

  /** Whether an earlier try to post got through. */
  Seen seen() throws IOException;

  /** What can be known of an earlier try. */
  enum Seen {
    YES,
    NO,
    CANNOT_TELL
  }
}

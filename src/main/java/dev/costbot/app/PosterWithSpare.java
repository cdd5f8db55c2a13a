package dev.costbot.app;

import dev.costbot.delivery.Poster;
import dev.costbot.slack.SlackRefusedException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Posts the first way, and another when Slack refuses that for good, e.g. because the bot is not in
 * the channel.
 */
record PosterWithSpare(Poster first, Poster spare) implements Poster {

  @Override
  public @Nullable String post(String message, boolean mayRepeat) throws IOException {
    try {
      return first.post(message, mayRepeat);
    } catch (SlackRefusedException refused) {
      try {
        return spare.post(message, mayRepeat);
      } catch (IOException alsoFailed) {
        alsoFailed.addSuppressed(refused);
        throw alsoFailed;
      }
    }
  }

  /** What the first way does not show may have gone the other way, which nobody can look up. */
  @Override
  public Seen seen() throws IOException {
    return first.seen() == Seen.YES ? Seen.YES : Seen.CANNOT_TELL;
  }
}

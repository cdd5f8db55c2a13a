package dev.costbot.app.front;

import org.jspecify.annotations.Nullable;

/** The Slack app's signing secret, from wherever it is kept. */
public interface SigningSecret {

  /** The secret, as fresh as its source promises. */
  String current() throws SecretUnavailableException;

  /**
   * Looks again, after a signature did not fit: the secret may have been replaced.
   *
   * @return another secret than before, or null when there is none
   */
  @Nullable String replacement();
}

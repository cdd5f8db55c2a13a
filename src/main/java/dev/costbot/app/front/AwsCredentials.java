package dev.costbot.app.front;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Credentials of the function's role, as Lambda puts them into the environment. They hold for the
 * life of the process: Lambda ends it before they expire.
 *
 * @param sessionToken null for the keys of a user
 */
public record AwsCredentials(
    String accessKeyId, String secretAccessKey, @Nullable String sessionToken) {

  /**
   * Reads {@code AWS_ACCESS_KEY_ID}, {@code AWS_SECRET_ACCESS_KEY} and {@code AWS_SESSION_TOKEN}.
   *
   * @throws IllegalArgumentException when there are none, as under SnapStart, where Lambda hands
   *     them out another way
   */
  public static AwsCredentials of(Map<String, String> environment) {
    String id = environment.getOrDefault("AWS_ACCESS_KEY_ID", "");
    String secret = environment.getOrDefault("AWS_SECRET_ACCESS_KEY", "");
    String token = environment.getOrDefault("AWS_SESSION_TOKEN", "");
    if (id.isEmpty() || secret.isEmpty()) {
      throw new IllegalArgumentException("AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are not set");
    }
    return new AwsCredentials(id, secret, token.isEmpty() ? null : token);
  }

  /** Names the key, which is no secret, and nothing else. */
  @Override
  public String toString() {
    return "AwsCredentials[" + accessKeyId + "]";
  }
}

package dev.costbot.slack;

import java.time.Duration;
import okhttp3.Response;

/** The header in which Slack says how long to wait, in whole seconds. */
final class RetryAfter {
  private static final Duration WHEN_UNSAID = Duration.ofSeconds(1);

  private RetryAfter() {}

  static Duration of(Response response) {
    String seconds = response.header("Retry-After", "");
    return seconds != null && seconds.matches("[0-9]{1,6}")
        ? Duration.ofSeconds(Long.parseLong(seconds))
        : WHEN_UNSAID;
  }
}

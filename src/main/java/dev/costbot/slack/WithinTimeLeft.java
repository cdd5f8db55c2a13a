package dev.costbot.slack;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.Interceptor;
import okhttp3.Response;

/** Waits for Slack no longer than there is time, and not for ever when there is much. */
final class WithinTimeLeft implements Interceptor {
  private static final Duration MOST = Duration.ofSeconds(15);

  private final TimeLeft timeLeft;

  WithinTimeLeft(TimeLeft timeLeft) {
    this.timeLeft = timeLeft;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Duration left = timeLeft.get();
    if (!left.isPositive()) {
      throw new IOException("no time is left to reach Slack");
    }
    int millis = (int) Math.max(1, (left.compareTo(MOST) < 0 ? left : MOST).toMillis());
    return chain
        .withConnectTimeout(millis, TimeUnit.MILLISECONDS)
        .withWriteTimeout(millis, TimeUnit.MILLISECONDS)
        .withReadTimeout(millis, TimeUnit.MILLISECONDS)
        .proceed(chain.request());
  }
}

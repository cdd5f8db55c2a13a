package dev.costbot.app;

import dev.costbot.delivery.Poster;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** An event without a bot token: the failure has to reach whoever runs costbot. */
final class NoWayToPost implements Poster {

  @Override
  public @Nullable String post(String message, boolean mayRepeat) throws IOException {
    throw new IOException(
        "mentions, direct messages and threads can be answered only with the bot token: set"
            + " SLACK_BOT_TOKEN, or the SSM parameter slack_bot_token, or switch off Slack's events");
  }

  @Override
  public Seen seen() {
    return Seen.NO;
  }
}

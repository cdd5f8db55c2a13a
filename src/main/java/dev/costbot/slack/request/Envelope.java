package dev.costbot.slack.request;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An accepted question on its way from the front to the worker: already verified, and without
 * anything of the request that the worker does not need.
 *
 * @param id {@code trigger_id} or {@code event_id}: the same for every repeat of one question
 * @param team Slack workspace id
 * @param channel channel id; {@code D…} is a direct message
 * @param user who asked
 * @param text what was asked, without the mention of the bot
 * @param responseUrl where a command or an action may be answered; null for events
 * @param threadTs the thread it was asked in; null outside threads
 * @param messageTs the message that asked; null for commands
 * @param receivedAt when the front accepted it
 */
public record Envelope(
    String id,
    Kind kind,
    String team,
    String channel,
    String user,
    String text,
    @Nullable String responseUrl,
    @Nullable String threadTs,
    @Nullable String messageTs,
    Instant receivedAt) {

  /** How it was asked. */
  public enum Kind {
    COMMAND,
    MENTION,
    MESSAGE,
    ACTION
  }

  public boolean isDirectMessage() {
    return channel.startsWith("D");
  }
}

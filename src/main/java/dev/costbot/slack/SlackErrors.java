package dev.costbot.slack;

import java.io.IOException;
import java.util.Set;

/** What Slack's error words mean for a message, and what a person can do about them. */
final class SlackErrors {
  private static final Set<String> ABOUT_BLOCKS =
      Set.of("invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long", "msg_too_long");

  private static final Set<String> PASSING =
      Set.of(
          "fatal_error",
          "internal_error",
          "service_unavailable",
          "request_timeout",
          "ratelimited",
          "rate_limited",
          "team_added_to_org",
          "rollup_error");

  private SlackErrors() {}

  /** Whether the same words in plainer form may be taken. */
  static boolean isAboutBlocks(String error) {
    return ABOUT_BLOCKS.contains(error);
  }

  /** The exception for an error: refused for good, unless Slack says it will pass. */
  static IOException exception(String error) {
    if (PASSING.contains(error)) {
      return new IOException("Slack could not take the message just now (" + error + ")");
    }
    return new SlackRefusedException(error, whatToDo(error));
  }

  private static String whatToDo(String error) {
    return switch (error) {
      case "not_in_channel", "channel_not_found" ->
          "invite costbot to the channel with /invite @costbot, or ask in a direct message to it";
      case "is_archived" -> "the channel is archived; ask in another one";
      case "restricted_action",
          "restricted_action_read_only_channel",
          "restricted_action_thread_locked",
          "restricted_action_thread_only_channel" ->
          "the workspace does not let costbot post here; ask an administrator, or ask elsewhere";
      case "user_not_in_channel" ->
          "a private answer needs the person who asked to be in the channel";
      case "invalid_auth",
          "not_authed",
          "token_revoked",
          "token_expired",
          "account_inactive",
          "no_permission" ->
          "the bot token is not valid: install the app again and store its new bot token";
      case "missing_scope", "not_allowed_token_type" ->
          "the app lacks the scope chat:write: add it and install the app again";
      case "used_url", "expired_url" ->
          "a response URL takes 5 messages within 30 minutes; ask again";
      default -> "look the error up in Slack's documentation of chat.postMessage";
    };
  }
}

package dev.costbot.slack.request;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads the Events API: mentions, direct messages, and replies in threads. Slack sends a mention in
 * a channel twice, as {@code app_mention} and as {@code message}: the first is answered. Whether
 * costbot takes part in a thread is the worker's to know.
 */
public final class SlackEvents {
  /** Subtypes of {@code message} that still are a person's own new words. */
  private static final Set<String> SPOKEN = Set.of("", "file_share", "thread_broadcast");

  public SlackRequest read(byte[] body, Instant receivedAt) {
    FlatJson json;
    try {
      json =
          FlatJson.read(
              body,
              "type",
              "challenge",
              "event_id",
              "team_id",
              "authorizations",
              "event.type",
              "event.subtype",
              "event.bot_id",
              "event.user",
              "event.text",
              "event.channel",
              "event.channel_type",
              "event.ts",
              "event.thread_ts");
    } catch (IOException notJson) {
      return new SlackRequest.Malformed("not a JSON object");
    }
    return switch (json.text("type")) {
      case "url_verification" ->
          json.text("challenge").isEmpty()
              ? new SlackRequest.Malformed("challenge is missing")
              : new SlackRequest.Challenge(json.text("challenge"));
      case "event_callback" -> event(json, receivedAt);
      case "" -> new SlackRequest.Malformed("type is missing");
      default -> new SlackRequest.Ignored("type");
    };
  }

  private static SlackRequest event(FlatJson json, Instant receivedAt) {
    List<String> ourselves = ourselves(json);
    if (json.get("event.bot_id") != null || ourselves.contains(json.text("event.user"))) {
      return new SlackRequest.Ignored("bot");
    }
    if (!SPOKEN.contains(json.text("event.subtype"))) {
      return new SlackRequest.Ignored("subtype");
    }
    return switch (json.text("event.type")) {
      case "app_mention" -> question(json, Envelope.Kind.MENTION, ourselves, receivedAt);
      case "message" -> message(json, ourselves, receivedAt);
      case "" -> new SlackRequest.Malformed("event.type is missing");
      default -> new SlackRequest.Ignored("event-type");
    };
  }

  private static SlackRequest message(FlatJson json, List<String> ourselves, Instant receivedAt) {
    if (!json.text("event.channel_type").equals("im")) {
      String thread = json.text("event.thread_ts");
      if (thread.isEmpty() || thread.equals(json.text("event.ts"))) {
        return new SlackRequest.Ignored("not-in-a-thread");
      }
      String text = json.text("event.text");
      // Without knowing who we are, any mention may be ours, and an answer given twice is worse.
      if (ourselves.isEmpty() && text.contains("<@")) {
        return new SlackRequest.Ignored("mention");
      }
      for (String user : ourselves) {
        if (SlackText.mentions(text, user)) {
          return new SlackRequest.Ignored("mention");
        }
      }
    }
    return question(json, Envelope.Kind.MESSAGE, ourselves, receivedAt);
  }

  private static SlackRequest question(
      FlatJson json, Envelope.Kind kind, List<String> ourselves, Instant receivedAt) {
    for (String path : List.of("event_id", "team_id", "event.channel", "event.user", "event.ts")) {
      if (json.text(path).isEmpty()) {
        return new SlackRequest.Malformed(path + " is missing");
      }
    }
    String text = SlackText.typed(json.text("event.text"), ourselves);
    if (text.isEmpty() && kind == Envelope.Kind.MESSAGE) {
      return new SlackRequest.Ignored("no-text");
    }
    return new SlackRequest.Question(
        new Envelope(
            json.text("event_id"),
            kind,
            json.text("team_id"),
            json.text("event.channel"),
            json.text("event.user"),
            // A bare mention: the front cannot answer an event, so the worker is asked for the
            // help.
            text.isEmpty() ? "help" : text,
            null,
            json.get("event.thread_ts"),
            json.text("event.ts"),
            receivedAt));
  }

  /** The users this app is in this workspace; Slack sends one authorization, rarely more. */
  private static List<String> ourselves(FlatJson json) {
    List<String> ourselves = new ArrayList<>();
    for (int index = 0; index < 10; index++) {
      String user = json.text("authorizations." + index + ".user_id");
      if (!user.isEmpty()) {
        ourselves.add(user);
      }
    }
    return ourselves;
  }
}

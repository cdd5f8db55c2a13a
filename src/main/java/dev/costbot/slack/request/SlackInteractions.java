package dev.costbot.slack.request;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads interactions: a form whose {@code payload} is JSON. A pressed button asks its value. */
public final class SlackInteractions {
  private final ResponseOrigins origins;

  public SlackInteractions(ResponseOrigins origins) {
    this.origins = origins;
  }

  public SlackRequest read(byte[] body, Instant receivedAt) {
    FlatJson json;
    try {
      String payload = FormFields.read(body).text("payload");
      json =
          FlatJson.read(
              payload.getBytes(StandardCharsets.UTF_8),
              "type",
              "trigger_id",
              "response_url",
              "team.id",
              "channel.id",
              "user.id",
              "container",
              "message.ts",
              "message.thread_ts",
              "actions.0.value",
              "actions.0.action_id",
              "actions.0.action_ts");
    } catch (IllegalArgumentException | IOException notReadable) {
      return new SlackRequest.Malformed("payload is not a JSON object");
    }
    if (json.text("type").isEmpty()) {
      return new SlackRequest.Malformed("type is missing");
    }
    if (!json.text("type").equals("block_actions")) {
      return new SlackRequest.Ignored("type");
    }
    String question = json.text("actions.0.value").strip();
    return question.isEmpty()
        ? new SlackRequest.Ignored("action-without-a-question")
        : pressed(json, question, receivedAt);
  }

  private SlackRequest pressed(FlatJson json, String question, Instant receivedAt) {
    String id = id(json);
    if (id.isEmpty()) {
      return new SlackRequest.Malformed("trigger_id is missing");
    }
    for (String path : List.of("team.id", "channel.id", "user.id")) {
      if (json.text(path).isEmpty()) {
        return new SlackRequest.Malformed(path + " is missing");
      }
    }
    String responseUrl = json.get("response_url");
    if (responseUrl != null && !origins.allow(responseUrl)) {
      return new SlackRequest.Malformed("response_url is not at Slack");
    }
    return new SlackRequest.Question(
        new Envelope(
            id,
            Envelope.Kind.ACTION,
            json.text("team.id"),
            json.text("channel.id"),
            json.text("user.id"),
            question,
            responseUrl,
            thread(json),
            first(json.get("message.ts"), json.get("container.message_ts")),
            receivedAt));
  }

  private static String id(FlatJson json) {
    String action = json.text("actions.0.action_ts") + json.text("actions.0.action_id");
    return json.text("trigger_id").isEmpty() ? action : json.text("trigger_id");
  }

  /** A message without a thread is the root of its own, unless only one person sees it. */
  private static @Nullable String thread(FlatJson json) {
    String thread = first(json.get("container.thread_ts"), json.get("message.thread_ts"));
    boolean ephemeral = json.text("container.is_ephemeral").equals("true");
    return ephemeral ? thread : first(thread, json.get("message.ts"));
  }

  private static @Nullable String first(@Nullable String one, @Nullable String other) {
    return one == null ? other : one;
  }
}

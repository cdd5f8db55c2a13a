package dev.costbot.slack.request;

import java.time.Instant;
import java.util.List;

/** Reads slash commands: a form with the question in {@code text}. */
public final class SlackCommands {
  private final ResponseOrigins origins;

  public SlackCommands(ResponseOrigins origins) {
    this.origins = origins;
  }

  /** Whether this is Slack looking at the certificate, which carries no question and no secret. */
  public static boolean isSslCheck(byte[] body) {
    try {
      return FormFields.read(body).text("ssl_check").equals("1");
    } catch (IllegalArgumentException notAForm) {
      return false;
    }
  }

  public SlackRequest read(byte[] body, Instant receivedAt) {
    FormFields form;
    try {
      form = FormFields.read(body);
    } catch (IllegalArgumentException notAForm) {
      return new SlackRequest.Malformed("not a form");
    }
    if (form.text("ssl_check").equals("1")) {
      return new SlackRequest.SslCheck();
    }
    for (String name : List.of("trigger_id", "team_id", "channel_id", "user_id", "response_url")) {
      if (form.text(name).isEmpty()) {
        return new SlackRequest.Malformed(name + " is missing");
      }
    }
    if (!origins.allow(form.text("response_url"))) {
      return new SlackRequest.Malformed("response_url is not at Slack");
    }
    String text = SlackText.typed(form.text("text"), List.of());
    if (text.isEmpty() || text.equalsIgnoreCase("help")) {
      return new SlackRequest.Help();
    }
    return new SlackRequest.Question(
        new Envelope(
            form.text("trigger_id"),
            Envelope.Kind.COMMAND,
            form.text("team_id"),
            form.text("channel_id"),
            form.text("user_id"),
            text,
            form.text("response_url"),
            null,
            null,
            receivedAt));
  }
}

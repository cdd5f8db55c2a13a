package dev.costbot.slack;

/** Who sees what is posted to a response URL. */
public enum Audience {
  ASKER("ephemeral"),
  CHANNEL("in_channel");

  private final String responseType;

  Audience(String responseType) {
    this.responseType = responseType;
  }

  /** Slack's word for it. */
  String responseType() {
    return responseType;
  }
}

package dev.costbot.slack;

import java.io.IOException;

/** Slack will not take the message however often it is tried; the message says what to do. */
public final class SlackRefusedException extends IOException {
  private static final long serialVersionUID = 1L;
  private final String error;

  /**
   * @param error Slack's word for it, e.g. {@code not_in_channel}
   */
  public SlackRefusedException(String error, String whatToDo) {
    super("Slack refused the message (" + error + "): " + whatToDo);
    this.error = error;
  }

  public String error() {
    return error;
  }
}

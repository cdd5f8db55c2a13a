package dev.costbot.report;

import java.util.List;

/** A question shown in its channel, to open the thread in which it is answered. */
public final class AskedQuestion {
  private static final int MAX = 1_000;

  private AskedQuestion() {}

  /**
   * @param user Slack's id of the person who asked
   */
  public static SlackMessage render(String user, String question) {
    String who = user.matches("[UW][A-Z0-9]+") ? "<@" + user + ">" : Mrkdwn.prose(user, 50);
    String text = who + " asked: " + Mrkdwn.prose(question, MAX);
    return new SlackMessage(text, List.of(SlackBlocks.section(text)));
  }
}

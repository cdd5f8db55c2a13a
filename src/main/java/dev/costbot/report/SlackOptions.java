package dev.costbot.report;

import org.jspecify.annotations.Nullable;

/**
 * How a Slack message is to look.
 *
 * @param findings how many findings at most; fewer when their text is long
 * @param buttons whether follow-up questions are buttons; without, they are listed as text
 * @param question what was asked, to be shown above the answer; null when it stands above already
 */
public record SlackOptions(int findings, boolean buttons, @Nullable String question) {
  public static final SlackOptions STANDARD = new SlackOptions(10, true, null);

  public SlackOptions {
    if (findings < 1 || findings > 20) {
      throw new IllegalArgumentException("a message shows 1 to 20 findings, not " + findings);
    }
  }

  public SlackOptions withQuestion(String asked) {
    return new SlackOptions(findings, buttons, asked);
  }
}

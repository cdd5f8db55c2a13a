package dev.costbot.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a person gets whose question could not be answered. */
public final class Apology {
  private static final int QUESTION = 300;
  private static final int REASON = 1_500;

  private Apology() {}

  /**
   * @param reason what went wrong and what to do about it, for the person who asked
   * @param question what was asked; null where it is not known
   */
  public static SlackMessage render(String reason, @Nullable String question) {
    String sorry =
        question == null
            ? "Sorry, your question could not be answered."
            : "Sorry, this could not be answered: " + Mrkdwn.code(question, QUESTION);
    String why = Mrkdwn.prose(reason, REASON);
    List<Map<String, Object>> blocks = new ArrayList<>();
    blocks.add(SlackBlocks.section(sorry));
    if (!why.isEmpty()) {
      blocks.add(SlackBlocks.section(why));
    }
    return new SlackMessage((sorry + "\n" + why).strip(), blocks);
  }
}

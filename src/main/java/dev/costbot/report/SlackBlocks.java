package dev.costbot.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Block Kit as JSON-able maps. Texts are taken as they are: who calls has escaped them. */
final class SlackBlocks {
  /** What Slack takes in a section is 3,000 characters; this leaves room for counting otherwise. */
  static final int SECTION = 2_900;

  static final int CONTEXT_ELEMENTS = 10;
  static final int BUTTONS = 25;
  private static final int BUTTON_TEXT = 75;
  private static final int BUTTON_VALUE = 2_000;

  private SlackBlocks() {}

  static Map<String, Object> section(String mrkdwn) {
    return map("type", "section", "text", text(mrkdwn));
  }

  /** A section that is not folded behind "see more". */
  static Map<String, Object> unfolded(String mrkdwn) {
    return map("type", "section", "text", text(mrkdwn), "expand", true);
  }

  static Map<String, Object> context(List<String> mrkdwn) {
    return map("type", "context", "elements", mrkdwn.stream().map(SlackBlocks::text).toList());
  }

  static Map<String, Object> actions(List<Map<String, Object>> buttons) {
    return map("type", "actions", "elements", buttons);
  }

  /**
   * A button that asks a follow-up question.
   *
   * @param number makes the action id unique in the message
   */
  static Map<String, Object> ask(int number, String question) {
    // A button's value comes back as it is, so angle brackets are replaced, not made entities.
    String asked = CleanText.line(question).replace('<', '‹').replace('>', '›');
    return map(
        "type",
        "button",
        "action_id",
        "ask_" + number,
        "text",
        map(
            "type",
            "plain_text",
            "text",
            Cut.escaped(Cut.label(asked, BUTTON_TEXT), BUTTON_TEXT, Mrkdwn::prose),
            "emoji",
            false),
        "value",
        Cut.label(asked, BUTTON_VALUE));
  }

  /** Verbatim: Slack is not to look for links, channels and mentions in it by itself. */
  private static Map<String, Object> text(String mrkdwn) {
    return map("type", "mrkdwn", "text", mrkdwn, "verbatim", true);
  }

  private static Map<String, Object> map(Object... keysAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return map;
  }
}

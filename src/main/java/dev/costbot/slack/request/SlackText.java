package dev.costbot.slack.request;

import java.util.Collection;

/** Slack's way of writing text: {@code & < >} escaped, mentions and links in angle brackets. */
public final class SlackText {
  private SlackText() {}

  /** Text of people, as data in a message of ours: it can neither mention nor hide a link. */
  public static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /**
   * What a person typed: without mentions of these users, links as they were written, escapes
   * undone. Mentions of others stay ({@code <@U2>}).
   */
  static String typed(String text, Collection<String> mentionedAway) {
    StringBuilder typed = new StringBuilder(text.length());
    int at = 0;
    while (at < text.length()) {
      int open = text.indexOf('<', at);
      int close = open < 0 ? -1 : text.indexOf('>', open);
      if (close < 0) {
        break;
      }
      typed
          .append(text, at, open)
          .append(inBrackets(text.substring(open + 1, close), mentionedAway));
      at = close + 1;
    }
    typed.append(text, at, text.length());
    // Last of all, so that an escaped bracket is never taken for markup; & last, or &amp;lt; is
    // lost.
    return typed.toString().replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&").strip();
  }

  /** Whether the text mentions this user. */
  static boolean mentions(String text, String user) {
    return text.contains("<@" + user + ">") || text.contains("<@" + user + "|");
  }

  private static String inBrackets(String inside, Collection<String> mentionedAway) {
    int bar = inside.indexOf('|');
    String target = bar < 0 ? inside : inside.substring(0, bar);
    if (target.startsWith("@")) {
      return mentionedAway.contains(target.substring(1)) ? "" : "<" + inside + ">";
    }
    if (target.startsWith("#") || target.startsWith("!")) {
      return "<" + inside + ">";
    }
    return bar < 0 ? inside : inside.substring(bar + 1);
  }
}

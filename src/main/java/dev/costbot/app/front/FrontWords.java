package dev.costbot.app.front;

import dev.costbot.slack.request.Envelope;
import dev.costbot.slack.request.SlackText;
import java.util.List;

/** What the front says to people by itself, in Slack's markup. */
final class FrontWords {
  private static final int LONGEST_QUOTE = 150;

  static final String HELP =
      """
      Ask about your AWS bill in your own words:
      • `/costbot what are we wasting?`
      • `/costbot how much did we spend last week by service?`
      • `/costbot how do I fix the unattached volumes?`
      You get a report with figures you can check and, where something can be fixed, the Terraform \
      for it. Then go on in the thread, or with “and in eu-west-1?” within half an hour.""";

  static final String WORKER_DOWN =
      "Sorry, I could not start on this: the part of me that does the work did not answer, so no"
          + " report will come. Please ask again in a minute. If it stays like this, whoever runs"
          + " costbot finds the reason in the front function's log.";

  private FrontWords() {}

  static String onIt(Envelope envelope) {
    return "On it: “" + quoted(envelope.text()) + "” - the answer arrives here in a moment.";
  }

  static String refused(Askers.Refusal refusal, Askers askers) {
    return switch (refusal) {
      case CHANNEL ->
          "I do not answer here. Ask me in "
              + mentions("<#", askers.channels())
              + ", or ask whoever set up costbot to add this channel.";
      case PERSON ->
          "I answer only to people on my list, and you are not on it yet. Ask "
              + mentions("<@", askers.people())
              + " to ask for you, or whoever set up costbot to add you.";
    };
  }

  private static String mentions(String open, List<String> ids) {
    StringBuilder mentions = new StringBuilder();
    for (int at = 0; at < ids.size() && at < 5; at++) {
      mentions.append(at == 0 ? "" : " or ");
      mentions.append(open).append(SlackText.escape(ids.get(at))).append('>');
    }
    return mentions.toString();
  }

  /** On one line, cut between characters, unable to mention or link. */
  private static String quoted(String text) {
    String line = text.replace('\n', ' ').replace('\r', ' ').strip();
    if (line.codePointCount(0, line.length()) > LONGEST_QUOTE) {
      line = line.substring(0, line.offsetByCodePoints(0, LONGEST_QUOTE)).strip() + "…";
    }
    return SlackText.escape(line);
  }
}

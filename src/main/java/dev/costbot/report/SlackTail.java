package dev.costbot.report;

import dev.costbot.model.Answer;
import dev.costbot.model.Fix;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The end of a message: what to do, where it comes from, what can be asked next. */
final class SlackTail {
  private static final int NOTES = 1_200;
  private static final int SOURCES = 700;
  private static final int QUESTIONS = 8;
  private static final int QUESTION_CHARACTERS = 1_500;

  private SlackTail() {}

  /**
   * @param more the question that gets the rest of a cut list; empty for none
   */
  static List<Map<String, Object>> blocks(Answer answer, SlackOptions options, String more) {
    List<Map<String, Object>> blocks = new ArrayList<>();
    Fix fix = answer.fix();
    if (fix != null) {
      blocks.addAll(SlackFix.instructions(answer, fix));
    }
    List<String> questions = questions(answer, more);
    List<String> asked = fitting(questions);
    blocks.add(SlackBlocks.context(context(answer, questions.size() - asked.size())));
    if (!asked.isEmpty()) {
      blocks.add(options.buttons() ? buttons(asked) : list(asked));
    }
    return blocks;
  }

  private static List<String> questions(Answer answer, String more) {
    List<String> questions = new ArrayList<>();
    if (!more.isEmpty()) {
      questions.add(more);
    }
    answer.suggestions().stream().filter(s -> !questions.contains(s)).forEach(questions::add);
    return questions;
  }

  private static List<String> fitting(List<String> questions) {
    List<String> asked = new ArrayList<>();
    int room = QUESTION_CHARACTERS;
    for (String question : questions) {
      room -= question.length();
      if (room < 0 || asked.size() == QUESTIONS) {
        break;
      }
      asked.add(question);
    }
    return asked;
  }

  private static List<String> context(Answer answer, int notAsked) {
    List<String> notes =
        Wording.calmNotes(answer).stream()
            .map(note -> Mrkdwn.prose(note, 500))
            .filter(note -> !note.isEmpty())
            .toList();
    List<String> sources = new ArrayList<>();
    Wording.sources(answer).forEach(s -> sources.add("Source: " + Mrkdwn.prose(s, 300)));
    Wording.priceSources(answer.findings())
        .forEach(s -> sources.add("Prices: " + Mrkdwn.prose(s, 300)));
    List<String> context = new ArrayList<>();
    if (!notes.isEmpty()) {
      context.add(SlackText.fitting(notes, NOTES, "note"));
    }
    if (!sources.isEmpty()) {
      context.add(SlackText.fitting(sources, SOURCES, "source"));
    }
    String unasked =
        notAsked == 0 ? "" : " " + Wording.count(notAsked, "more suggestion") + " not shown.";
    context.add(Mrkdwn.prose(Wording.credits(answer), 200) + unasked);
    return context;
  }

  private static Map<String, Object> buttons(List<String> questions) {
    List<Map<String, Object>> buttons = new ArrayList<>();
    for (String question : questions) {
      buttons.add(SlackBlocks.ask(buttons.size() + 1, question));
    }
    return SlackBlocks.actions(buttons);
  }

  private static Map<String, Object> list(List<String> questions) {
    return SlackBlocks.section(
        "Ask next: "
            + String.join(" · ", questions.stream().map(q -> Mrkdwn.prose(q, 150)).toList()));
  }
}

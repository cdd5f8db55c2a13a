package dev.costbot.report;

import dev.costbot.model.Answer;
import dev.costbot.model.Answer.Claim;
import dev.costbot.model.Answer.Table;
import dev.costbot.model.Assessment;
import dev.costbot.model.Finding;
import dev.costbot.model.Fix;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An answer as a Slack message within Slack's limits. Room is given in this order: what could not
 * be read and the sentences, the end of the message, the findings, the tables, the fix. What is cut
 * is counted, and the message says how to get it.
 */
public final class SlackReport {
  /** Terraform of this length finds room beside everything else in one message. */
  public static final int FIX_CHARACTERS = 6_500;

  private static final int CLAIMS = 2_000;
  private static final int TABLE = 1_800;
  private static final int LOUD = 800;
  private static final int FIX_AT_LEAST = 3_000;

  private final Answer answer;
  private final SlackOptions options;
  private final SlackBudget page = new SlackBudget();
  private final List<Finding> shown = new ArrayList<>();

  private SlackReport(Answer answer, SlackOptions options) {
    this.answer = answer;
    this.options = options;
  }

  public static SlackMessage render(Answer answer, SlackOptions options) {
    return new SlackReport(answer, options).message();
  }

  /** Those findings of the answer that the message shows: what "the next" ones follow after. */
  public static List<Finding> shown(Answer answer, SlackOptions options) {
    SlackReport report = new SlackReport(answer, options);
    report.message();
    return List.copyOf(report.shown);
  }

  private SlackMessage message() {
    addQuestion();
    addLoudNotes();
    addClaims();
    List<Map<String, Object>> longestTail = SlackTail.blocks(answer, options, next(99_999));
    int tail = SlackBudget.characters(longestTail);
    addTablesAndFindings(longestTail.size(), tail);
    page.reserve(longestTail.size(), tail);
    Fix fix = answer.fix();
    if (fix != null) {
      SlackFix.add(fix, answer, page);
    }
    page.reserve(0, 0);
    int left = matching() - answer.inquiry().page().offset() - shown.size();
    String more =
        left > 0 && !answer.findings().isEmpty() ? next(Math.min(left, options.findings())) : "";
    if (!page.add(SlackTail.blocks(answer, options, more))) {
      throw new IllegalStateException("the end of the message had been given its room before");
    }
    return new SlackMessage(notification(), page.blocks());
  }

  private void addQuestion() {
    String question = options.question();
    if (question != null) {
      page.add(SlackBlocks.context(List.of("Asked: " + Mrkdwn.prose(question, 300))));
    }
  }

  private void addLoudNotes() {
    List<String> loud =
        answer.notes().stream()
            .filter(Wording::isLoud)
            .map(note -> ":warning: " + Mrkdwn.prose(note, 300))
            .toList();
    if (!loud.isEmpty()) {
      page.add(SlackBlocks.section(SlackText.fitting(loud, LOUD, "unread part")));
    }
  }

  private void addClaims() {
    List<String> claims =
        answer.claims().stream()
            .map(Claim::text)
            .map(text -> Mrkdwn.prose(text, 900))
            .filter(text -> !text.isEmpty())
            .toList();
    if (!claims.isEmpty()) {
      page.add(SlackBlocks.section(SlackText.fitting(claims, CLAIMS, "sentence")));
    }
  }

  private void addTablesAndFindings(int tailBlocks, int tail) {
    Fix fix = answer.fix();
    int forFix = fix == null ? 0 : Math.min(SlackFix.size(fix), FIX_AT_LEAST);
    int wanted = Math.min(answer.findings().size(), options.findings());
    int forFindings =
        Math.min(sizeOfFindings(wanted), Math.max(0, page.charactersLeft() - tail - forFix));
    int missing = 0;
    for (Table table : answer.tables()) {
      page.reserve(tailBlocks + wanted + 8, tail + forFix + forFindings + 200);
      int room = Math.min(TABLE, page.charactersLeft());
      if (room < 300 || !page.add(SlackTables.section(table, answer, room))) {
        missing++;
      }
    }
    page.reserve(tailBlocks + 4, tail + forFix);
    if (missing > 0) {
      page.add(
          SlackBlocks.context(
              List.of(Wording.count(missing, "more table") + " had no room in this message.")));
    }
    addFindings();
  }

  /** Beside a fix, the findings are known already and leave their room to it. */
  private Map<String, Object> section(Finding finding) {
    return answer.fix() == null ? SlackFindings.section(finding) : SlackFindings.brief(finding);
  }

  private int sizeOfFindings(int wanted) {
    int head = 400;
    return answer.findings().stream()
        .limit(wanted)
        .map(this::section)
        .mapToInt(SlackBudget::characters)
        .reduce(head, Integer::sum);
  }

  private void addFindings() {
    if (answer.findings().isEmpty()) {
      return;
    }
    List<Map<String, Object>> sections = new ArrayList<>();
    int room = page.charactersLeft() - 400; // the line above them
    for (Finding finding : answer.findings()) {
      Map<String, Object> section = section(finding);
      room -= SlackBudget.characters(section);
      boolean full = sections.size() + 2 > page.blocksLeft();
      if (room < 0 || full || shown.size() == options.findings()) {
        break;
      }
      sections.add(section);
      shown.add(finding);
    }
    sections.addFirst(SlackBlocks.section(headOfFindings()));
    if (!page.add(sections)) {
      throw new IllegalStateException("room for the findings was counted before");
    }
  }

  private String headOfFindings() {
    int offset = answer.inquiry().page().offset();
    int last = offset + shown.size();
    String which =
        offset == 0
            ? "%d of %d shown".formatted(shown.size(), matching())
            : "%d to %d of %d shown".formatted(offset + 1, last, matching());
    return "*Findings*: %s, together %s a month%s"
        .formatted(
            which, Wording.money(Assessment.totalMonthlySavings(shown)), Wording.unpriced(shown));
  }

  private int matching() {
    int atLeast = answer.inquiry().page().offset() + answer.findings().size();
    return Math.max(answer.matching(), atLeast);
  }

  private static String next(int number) {
    return number == 1 ? "the next one" : "the next " + number;
  }

  private String notification() {
    List<String> parts = new ArrayList<>();
    parts.add(Mrkdwn.prose(answer.text(), 2_000));
    if (!shown.isEmpty()) {
      parts.add("%d of %s shown.".formatted(shown.size(), Wording.count(matching(), "finding")));
    }
    Fix fix = answer.fix();
    if (fix != null) {
      parts.add("With a Terraform fix of " + Wording.count(fix.files().size(), "file") + ".");
    }
    return String.join(" ", parts).strip();
  }
}

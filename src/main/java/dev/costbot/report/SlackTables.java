package dev.costbot.report;

import dev.costbot.model.Answer;
import dev.costbot.model.Answer.Table;
import dev.costbot.model.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A table of facts as a Slack section: a title and aligned lines in a code block. */
final class SlackTables {
  private static final int LABEL = 44;
  private static final int VALUE = 40;

  private SlackTables() {}

  /** The table in at most {@code max} characters; rows that do not fit are counted. */
  static Map<String, Object> section(Table table, Answer answer, int max) {
    List<Fact> facts = Facts.of(table, answer);
    String period = Facts.commonPeriod(facts);
    TextTable rows = new TextTable(TextTable.Side.LEFT, Facts.side(facts), TextTable.Side.LEFT);
    for (Fact fact : facts) {
      rows.row(
          Cut.label(CleanText.line(fact.label()), LABEL),
          Cut.label(CleanText.line(Wording.fact(fact)), VALUE),
          period.isEmpty() ? Cut.label(CleanText.line(fact.period()), LABEL) : "");
    }
    String words = Mrkdwn.prose(table.title(), 120);
    String title = words.isEmpty() ? "" : "*" + words + "*";
    String head = period.isEmpty() ? title : title + "  " + Mrkdwn.prose(period, 60);
    return SlackBlocks.unfolded(head + "\n" + body(rows.lines(), max - head.length()));
  }

  private static String body(List<String> lines, int max) {
    int room = max - 120; // the fence and the count of what is missing
    List<String> kept = new ArrayList<>();
    for (String line : lines) {
      String safe = Mrkdwn.codeLines(line);
      if (safe.length() + 1 > room) {
        break;
      }
      room -= safe.length() + 1;
      kept.add(safe);
    }
    String fenced = kept.isEmpty() ? "" : Mrkdwn.fence(String.join("\n", kept));
    int missing = lines.size() - kept.size();
    return missing == 0
        ? fenced
        : fenced
            + "\n%d of %s shown: ask for one account, region or service to see the others"
                .formatted(kept.size(), Wording.count(lines.size(), "row"));
  }
}

package dev.costbot.report;

import dev.costbot.model.Answer;
import dev.costbot.model.Answer.Claim;
import dev.costbot.model.Answer.Table;
import dev.costbot.model.Assessment;
import dev.costbot.model.Assessment.Undecided;
import dev.costbot.model.Fact;
import dev.costbot.model.Finding;
import dev.costbot.model.Fix;
import dev.costbot.model.Inventory;
import dev.costbot.model.Unread;
import java.util.ArrayList;
import java.util.List;

/**
 * Answers and scan results for a terminal: plain text, aligned, without anything that could move
 * the cursor. Nothing is cut.
 */
public final class TextReport {
  private TextReport() {}

  /** The answer with its tables, findings, fix, notes and sources; ends with a line feed. */
  public static String render(Answer answer) {
    List<String> out = new ArrayList<>();
    answer.notes().stream().filter(Wording::isLoud).map(TextReport::loudly).forEach(out::add);
    answer.claims().stream().map(Claim::text).map(CleanText::line).forEach(out::add);
    answer.tables().forEach(table -> addTable(out, table, answer));
    addFindings(out, answer);
    Fix fix = answer.fix();
    if (fix != null) {
      addFix(out, fix);
    }
    addList(out, "Notes", Wording.calmNotes(answer));
    addList(out, "Sources", Wording.sources(answer));
    addList(out, "You can ask", answer.suggestions());
    out.add("");
    out.add(CleanText.line(Wording.credits(answer)));
    return text(out);
  }

  /** The result of a scan; what could not be read comes first. Ends with a line feed. */
  public static String render(Assessment assessment, List<Finding> shown) {
    Inventory inventory = assessment.inventory();
    List<String> out = new ArrayList<>();
    out.add(
        "Scanned %s, %s, at %s: %s."
            .formatted(
                Wording.count(inventory.accounts().size(), "account"),
                Wording.count(inventory.regions().size(), "region"),
                Wording.time(inventory.scannedAt()),
                Wording.count(inventory.resources().size(), "resource")));
    if (!inventory.unread().isEmpty()) {
      out.add("");
      inventory.unread().stream().map(TextReport::unread).forEach(out::add);
    }
    out.add("");
    out.addAll(TextFindings.lines(shown));
    out.add(TextFindings.total(shown));
    addList(
        out, "Could not be judged", assessment.undecided().stream().map(TextReport::told).toList());
    return text(out);
  }

  private static String loudly(String note) {
    return CleanText.line("NOT READ" + note.strip().substring("not read".length()));
  }

  private static String unread(Unread unread) {
    return CleanText.line(
        "NOT READ: %s %s %s: %s"
            .formatted(unread.account(), unread.region(), unread.service(), unread.reason()));
  }

  private static String told(Undecided undecided) {
    return "%s %s (%s): %s"
        .formatted(
            undecided.check(),
            undecided.resource().id(),
            undecided.resource().region(),
            undecided.reason());
  }

  private static void addTable(List<String> out, Table table, Answer answer) {
    List<Fact> facts = Facts.of(table, answer);
    String period = Facts.commonPeriod(facts);
    TextTable rows = new TextTable(TextTable.Side.LEFT, Facts.side(facts), TextTable.Side.LEFT);
    for (Fact fact : facts) {
      rows.row(fact.label(), Wording.fact(fact), period.isEmpty() ? fact.period() : "");
    }
    out.add("");
    out.add(CleanText.line(period.isEmpty() ? table.title() : table.title() + ", " + period));
    rows.lines().stream().map(line -> "  " + line).forEach(out::add);
  }

  private static void addFindings(List<String> out, Answer answer) {
    if (answer.findings().isEmpty()) {
      return;
    }
    out.add("");
    out.addAll(TextFindings.lines(answer.findings()));
    out.add(TextFindings.total(answer.findings()));
    int offset = answer.inquiry().page().offset();
    int last = offset + answer.findings().size();
    if (offset > 0 || last < answer.matching()) {
      out.add("Shown: %d to %d of %d.".formatted(offset + 1, last, answer.matching()));
    }
  }

  private static void addFix(List<String> out, Fix fix) {
    fix.files()
        .forEach(
            (name, text) -> {
              out.add("");
              out.add("--- " + CleanText.line(name) + " ---");
              out.add(CleanText.file(name, text).stripTrailing());
            });
    if (!fix.instructions().isEmpty()) {
      out.add("");
      for (int i = 0; i < fix.instructions().size(); i++) {
        out.add((i + 1) + ". " + CleanText.line(fix.instructions().get(i)));
      }
    }
  }

  private static void addList(List<String> out, String title, List<String> items) {
    if (!items.isEmpty()) {
      out.add("");
      out.add(title + ":");
      items.stream().map(item -> "- " + CleanText.line(item)).forEach(out::add);
    }
  }

  private static String text(List<String> lines) {
    return String.join("\n", lines).strip() + "\n";
  }
}

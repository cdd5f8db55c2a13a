package dev.costbot.report;

import dev.costbot.model.Answer;
import dev.costbot.model.Finding;
import dev.costbot.model.Fix;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A Terraform fix as code blocks, cut at the end of a line when there is no more room. */
final class SlackFix {
  private static final int SENTENCE = 700;
  private static final int SMALLEST_CHUNK = 200;

  private final SlackBudget page;
  private final Answer answer;
  private int shownLines;
  private int allLines;
  private boolean full;

  private SlackFix(SlackBudget page, Answer answer) {
    this.page = page;
    this.answer = answer;
  }

  /** About how much room the whole takes. */
  static int size(Fix fix) {
    int code = fix.files().values().stream().mapToInt(String::length).sum();
    return SENTENCE + code + code / 10 + 100 * fix.files().size();
  }

  static void add(Fix fix, Answer answer, SlackBudget page) {
    new SlackFix(page, answer).addAll(fix);
  }

  private void addAll(Fix fix) {
    fix.files().forEach(this::addFile);
    if (shownLines < allLines) {
      page.add(SlackBlocks.section(howToGetTheRest(fix)));
    }
  }

  private void addFile(String name, String text) {
    List<String> lines = safeLines(name, text);
    allLines += lines.size();
    String title = "*Terraform* " + Mrkdwn.code(name, 100) + "\n";
    int at = 0;
    while (at < lines.size() && !full) {
      String head = at == 0 ? title : "";
      int room =
          Math.min(SlackBlocks.SECTION, page.charactersLeft() - SENTENCE) - head.length() - 40;
      List<String> chunk = room < SMALLEST_CHUNK ? List.of() : chunk(lines, at, room);
      full =
          chunk.isEmpty()
              || page.blocksLeft() < 2 // one for the sentence on what is missing
              || !page.add(SlackBlocks.unfolded(head + Mrkdwn.fence(String.join("\n", chunk))));
      if (!full) {
        at += chunk.size();
        shownLines += chunk.size();
      }
    }
  }

  private static List<String> safeLines(String name, String text) {
    String safe =
        CleanText.isTerraform(name) ? Mrkdwn.terraformLines(text) : Mrkdwn.codeLines(text);
    return safe.stripTrailing().lines().toList();
  }

  private static List<String> chunk(List<String> lines, int from, int room) {
    List<String> chunk = new ArrayList<>();
    int left = room;
    for (String line : lines.subList(from, lines.size())) {
      left -= line.length() + 1;
      if (left < 0) {
        break;
      }
      chunk.add(line);
    }
    return chunk;
  }

  private String howToGetTheRest(Fix fix) {
    List<String> checks = answer.findings().stream().map(Finding::check).distinct().toList();
    String which = checks.isEmpty() ? "CHECK" : String.join(" ", checks);
    return "*%d of %d lines shown* (%s in all). The whole fix: %s, or ask for fewer resources at a time."
        .formatted(
            shownLines,
            allLines,
            Wording.count(fix.files().size(), "file"),
            Mrkdwn.code("./costbot fix " + which + " --out fix", 400));
  }

  /** What to run, what the plan must show, and how to take it back. */
  static List<Map<String, Object>> instructions(Answer answer, Fix fix) {
    List<String> lines = new ArrayList<>();
    for (String instruction : fix.instructions()) {
      lines.add((lines.size() + 1) + ". " + Mrkdwn.prose(instruction, 400));
    }
    answer.findings().stream()
        .map(f -> "To undo " + Mrkdwn.code(f.check(), 60) + ": " + Mrkdwn.prose(f.undo(), 300))
        .distinct()
        .forEach(lines::add);
    return lines.isEmpty() ? List.of() : List.of(SlackBlocks.section(SlackText.fitting(lines)));
  }
}

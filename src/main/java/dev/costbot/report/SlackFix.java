package dev.costbot.report;

import dev.costbot.model.Answer;
import dev.costbot.model.Finding;
import dev.costbot.model.Fix;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A Terraform fix as code blocks. A file stands there whole or not at all: half a file does not
 * apply, or worse, does.
 */
final class SlackFix {
  private static final int SENTENCE = 700;
  private static final int FENCES = 40;

  private final SlackBudget page;
  private final Answer answer;
  private final List<String> leftOut = new ArrayList<>();

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
    if (!leftOut.isEmpty()) {
      page.add(SlackBlocks.section(howToGetTheRest(fix)));
    }
  }

  private void addFile(String name, String text) {
    List<String> lines = safeLines(name, text);
    List<Map<String, Object>> blocks = blocks(name, lines);
    // The sentence on what is left out keeps its room until nothing more can be.
    boolean fits =
        !blocks.isEmpty()
            && page.blocksLeft() > blocks.size()
            && page.charactersLeft() - SENTENCE >= SlackBudget.characters(blocks);
    if (!fits || !page.add(blocks)) {
      leftOut.add("%s (%s)".formatted(name, Wording.count(lines.size(), "line")));
    }
  }

  /** The file in as many sections as it takes; none when a line is longer than a section. */
  private static List<Map<String, Object>> blocks(String name, List<String> lines) {
    List<Map<String, Object>> blocks = new ArrayList<>();
    String head = "*Terraform* " + Mrkdwn.code(name, 100) + "\n";
    int at = 0;
    while (at < lines.size()) {
      List<String> chunk = chunk(lines, at, SlackBlocks.SECTION - head.length() - FENCES);
      if (chunk.isEmpty()) {
        return List.of();
      }
      blocks.add(SlackBlocks.unfolded(head + Mrkdwn.fence(String.join("\n", chunk))));
      at += chunk.size();
      head = "";
    }
    return blocks;
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
    return "*Left out, because it does not fit whole: %s* (%s in all). The whole fix: %s, or ask for fewer resources at a time, as in “only the biggest three”."
        .formatted(
            Mrkdwn.prose(String.join(", ", leftOut), 200),
            Wording.count(fix.files().size(), "file"),
            Mrkdwn.code("./costbot fix " + which + " --out fix", 300));
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

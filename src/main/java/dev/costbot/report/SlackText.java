package dev.costbot.report;

import java.util.ArrayList;
import java.util.List;

/** Lines in one section. */
final class SlackText {
  private static final int INSTRUCTIONS = 2_000;

  private SlackText() {}

  static String fitting(List<String> safeLines) {
    return fitting(safeLines, INSTRUCTIONS, "line");
  }

  /** As many lines as fit, and how many did not. */
  static String fitting(List<String> safeLines, int max, String thing) {
    List<String> kept = new ArrayList<>();
    int room = max - 40;
    for (String line : safeLines) {
      room -= line.length() + 1;
      if (room < 0) {
        break;
      }
      kept.add(line);
    }
    int missing = safeLines.size() - kept.size();
    if (missing > 0) {
      kept.add("… and " + Wording.count(missing, "more " + thing));
    }
    return String.join("\n", kept);
  }
}

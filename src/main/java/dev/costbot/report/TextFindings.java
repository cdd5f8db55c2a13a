package dev.costbot.report;

import dev.costbot.model.Assessment;
import dev.costbot.model.Finding;
import dev.costbot.model.Saving;
import java.util.ArrayList;
import java.util.List;

/** Findings for a terminal: an aligned line each, with reason and formula under it. */
final class TextFindings {
  private TextFindings() {}

  static List<String> lines(List<Finding> findings) {
    if (findings.isEmpty()) {
      return List.of("No findings.");
    }
    List<String> sources = Wording.priceSources(findings);
    List<String> heads = heads(findings);
    List<String> lines = new ArrayList<>();
    lines.add(heads.getFirst());
    for (int i = 0; i < findings.size(); i++) {
      Finding finding = findings.get(i);
      lines.add(heads.get(i + 1));
      lines.add("          " + CleanText.line(finding.reason()));
      lines.add("          " + CleanText.line(formula(finding.saving(), sources)));
    }
    lines.add("");
    for (int i = 0; i < sources.size(); i++) {
      lines.add("[%d] prices: %s".formatted(i + 1, CleanText.line(sources.get(i))));
    }
    return lines;
  }

  /** E.g. {@code Total: 123.45 USD a month for 17 findings, 3 without a known price}. */
  static String total(List<Finding> findings) {
    return "Total: %s a month for %s%s"
        .formatted(
            Wording.money(Assessment.totalMonthlySavings(findings)),
            Wording.count(findings.size(), "finding"),
            Wording.unpriced(findings));
  }

  private static List<String> heads(List<Finding> findings) {
    TextTable table =
        new TextTable(
            TextTable.Side.LEFT,
            TextTable.Side.RIGHT,
            TextTable.Side.LEFT,
            TextTable.Side.LEFT,
            TextTable.Side.LEFT,
            TextTable.Side.LEFT,
            TextTable.Side.LEFT);
    table.row("SEVERITY", "A MONTH", "CHECK", "ACCOUNT", "REGION", "RESOURCE", "NAME");
    for (Finding finding : findings) {
      table.row(
          Wording.token(finding.severity()),
          Wording.saving(finding.saving()),
          finding.check(),
          finding.resource().id().account(),
          finding.resource().id().region(),
          finding.resource().id().id(),
          finding.resource().name());
    }
    return table.lines();
  }

  private static String formula(Saving saving, List<String> sources) {
    return switch (saving) {
      case Saving.Unpriced unpriced -> unpriced.formula();
      case Saving.Priced priced ->
          "%s [%d]".formatted(priced.formula(), sources.indexOf(Wording.priceSource(priced)) + 1);
    };
  }
}

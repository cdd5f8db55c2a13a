package dev.costbot.report;

import dev.costbot.model.Finding;
import dev.costbot.model.Resource;
import dev.costbot.model.Saving;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The CSV of {@code check --format csv}: a row a finding, as RFC 4180 has it. It has no place for
 * what could not be read: whoever prints it has to say that elsewhere.
 */
public final class CheckCsv {
  private static final String LINE_END = "\r\n";
  private static final List<String> HEADER =
      List.of(
          "id",
          "check",
          "severity",
          "resourceId",
          "arn",
          "type",
          "account",
          "region",
          "name",
          "monthlySavings",
          "currency",
          "priceSource",
          "asOf",
          "formula",
          "reason",
          "confidence",
          "effort",
          "risk",
          "undo");

  private CheckCsv() {}

  /** Header and rows; the amount is a plain decimal with two places, empty when unknown. */
  public static String render(List<Finding> findings) {
    return Stream.concat(Stream.of(line(HEADER.stream())), findings.stream().map(CheckCsv::row))
        .collect(Collectors.joining());
  }

  private static String row(Finding finding) {
    Resource resource = finding.resource();
    return line(
        Stream.of(
                Stream.of(
                    finding.id(),
                    finding.check(),
                    Wording.token(finding.severity()),
                    resource.id().id(),
                    resource.id().arn(),
                    Wording.token(resource.id().type()),
                    resource.id().account(),
                    resource.id().region(),
                    resource.name()),
                saving(finding.saving()),
                Stream.of(
                    finding.saving().formula(),
                    finding.reason(),
                    Wording.token(finding.confidence()),
                    Wording.token(finding.effort()),
                    Wording.token(finding.risk()),
                    finding.undo()))
            .flatMap(cells -> cells));
  }

  private static Stream<String> saving(Saving saving) {
    return switch (saving) {
      case Saving.Unpriced unpriced -> Stream.of("", "", "", "");
      case Saving.Priced priced ->
          Stream.of(
              priced.monthly().rounded().toPlainString(),
              priced.monthly().currency(),
              priced.priceSource(),
              priced.asOf().toString());
    };
  }

  private static String line(Stream<String> cells) {
    return cells.map(CheckCsv::cell).collect(Collectors.joining(",", "", LINE_END));
  }

  private static String cell(String text) {
    String safe = harmless(CleanText.lines(text));
    boolean plain = safe.chars().noneMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r');
    return plain ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
  }

  /**
   * Spreadsheets run a cell that starts like a formula; an apostrophe makes it text. A negative
   * amount is a number and stays one.
   */
  private static String harmless(String text) {
    String start = text.stripLeading();
    boolean formula =
        (!start.isEmpty() && "=+-@＝＋－＠".indexOf(start.charAt(0)) >= 0)
            || text.startsWith("\t")
            || text.startsWith("\n");
    return formula && !text.matches("-?[0-9]+\\.[0-9]{2}") ? "'" + text : text;
  }
}

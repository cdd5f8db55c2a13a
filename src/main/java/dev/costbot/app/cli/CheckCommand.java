package dev.costbot.app.cli;

import dev.costbot.app.AccountSource;
import dev.costbot.app.Judge;
import dev.costbot.checks.CheckInfo;
import dev.costbot.knowledge.KnowledgeBase;
import dev.costbot.model.Assessment;
import dev.costbot.model.Finding;
import dev.costbot.model.Inventory;
import dev.costbot.model.Severity;
import dev.costbot.report.CheckCsv;
import dev.costbot.report.CheckJson;
import dev.costbot.report.TextReport;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Scans and judges. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = "Scans the account and names what is wasted.")
final class CheckCommand implements Callable<Integer> {
  /** How findings are printed. */
  enum Format {
    TEXT,
    JSON,
    CSV
  }

  @Option(
      names = "--regions",
      paramLabel = "REGION",
      split = ",",
      description = "Regions to scan, or \"all\", the default: all that are enabled.")
  private List<String> regions = List.of("all");

  @Option(
      names = "--accounts",
      paramLabel = "ACCOUNT",
      split = ",",
      description = "Accounts to report; the one of the credentials by default.")
  private List<String> accounts = List.of();

  @Option(names = "--only", paramLabel = "CHECK", split = ",", description = "Only these checks.")
  private List<String> only = List.of();

  @Option(
      names = "--format",
      paramLabel = "text|json|csv",
      defaultValue = "text",
      description = "How to print the findings (default: text).")
  private Format format = Format.TEXT;

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      description = "Exit with 1 when there is a finding of this severity or above.")
  private @Nullable Severity failOn;

  @Option(names = "--list", description = "List the checks and their parameters, and end.")
  private boolean list;

  @Option(
      names = "--explain",
      paramLabel = "CHECK",
      description = "Print a check's guide, and end.")
  private @Nullable String explain;

  @Mixin private SourceOptions sourceOptions = new SourceOptions();
  @CommandLine.ParentCommand private Main main;
  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli fills the fields
  CheckCommand() {}

  @Override
  public Integer call() {
    Map<String, String> environment = main.environment();
    PrintWriter out = spec.commandLine().getOut();
    Judge judge = SourceOptions.judge(environment);
    if (list) {
      judge.checks().forEach(check -> print(check, out));
      return Main.FINE;
    }
    if (explain != null) {
      out.print(guide(explain, judge));
      out.flush();
      return Main.FINE;
    }
    only.forEach(id -> requireCheck(id, judge));
    Assessment assessment = judge.judge(scan(environment));
    List<Finding> shown =
        assessment.findings().stream()
            .filter(finding -> only.isEmpty() || only.contains(finding.check()))
            .toList();
    out.print(
        switch (format) {
          case TEXT -> TextReport.render(assessment, shown);
          case JSON -> CheckJson.render(assessment, shown);
          case CSV -> CheckCsv.render(shown);
        });
    out.flush();
    return exitCode(assessment, shown);
  }

  private Inventory scan(Map<String, String> environment) {
    PrintWriter err = spec.commandLine().getErr();
    AccountSource source = sourceOptions.open(environment, err);
    Set<String> wanted = regions.contains("all") ? Set.of() : new TreeSet<>(regions);
    Inventory inventory;
    try {
      inventory = source.inventory(wanted, ProgressLine.on(err));
    } catch (IllegalArgumentException e) {
      throw new WrongUsageException(String.valueOf(e.getMessage()), e);
    }
    List<String> elsewhere =
        accounts.stream().filter(account -> !inventory.accounts().contains(account)).toList();
    if (!elsewhere.isEmpty()) {
      throw new WrongUsageException(
          "These credentials reach account %s, not %s: use a profile or role of that account."
              .formatted(String.join(", ", inventory.accounts()), String.join(", ", elsewhere)));
    }
    return inventory;
  }

  private int exitCode(Assessment assessment, List<Finding> shown) {
    PrintWriter err = spec.commandLine().getErr();
    if (!assessment.inventory().unread().isEmpty()) {
      int parts = assessment.inventory().unread().size();
      err.printf(
          "%s of the account could not be read:%n", parts == 1 ? "1 part" : parts + " parts");
      UnreadLines.print(assessment.inventory().unread(), err);
    }
    if (failOn != null && shown.stream().anyMatch(f -> f.severity().compareTo(failOn) >= 0)) {
      return Main.FINDINGS;
    }
    return assessment.inventory().unread().isEmpty() ? Main.FINE : Main.UNREAD;
  }

  private static void print(CheckInfo check, PrintWriter out) {
    out.println(check.id());
    out.println("  " + check.title());
    for (CheckInfo.Parameter parameter : check.parameters()) {
      out.printf("  %s = %s: %s%n", parameter.name(), parameter.standard(), parameter.meaning());
    }
  }

  private static String guide(String id, Judge judge) {
    requireCheck(id, judge);
    KnowledgeBase knowledge = Knowledge.load();
    return knowledge
        .guide(id)
        .map(guide -> "# " + guide.title() + "\n\n" + guide.text().stripLeading())
        .orElseThrow(() -> new IllegalStateException("no guide for " + id));
  }

  static void requireCheck(String id, Judge judge) {
    List<String> ids = judge.checks().stream().map(CheckInfo::id).toList();
    if (!ids.contains(id)) {
      throw new WrongUsageException(
          "There is no check \"%s\"; there are: %s.".formatted(id, String.join(", ", ids)));
    }
  }
}

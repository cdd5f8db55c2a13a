package dev.costbot.app.cli;

import dev.costbot.app.Judge;
import dev.costbot.checks.CheckInfo;
import dev.costbot.knowledge.FixWriter;
import dev.costbot.knowledge.TerraformState;
import dev.costbot.model.Assessment;
import dev.costbot.model.Finding;
import dev.costbot.model.Fix;
import dev.costbot.model.Inventory;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the Terraform that removes waste. */
@Command(
    name = "fix",
    mixinStandardHelpOptions = true,
    description = "Writes the Terraform for findings. It changes nothing in the account.")
final class FixCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "CHECK|FINDING",
      arity = "1..*",
      description = "Check ids, finding ids (from check --format json) or resource ids.")
  private List<String> wanted = List.of();

  @Option(
      names = "--state",
      paramLabel = "FILE",
      description =
          "Output of terraform show -json: what it manages is edited at its address, not imported.")
  private @Nullable Path state;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder for the files; printed when it is not given.")
  private @Nullable Path out;

  @Option(names = "--force", description = "Overwrite files in DIR that differ.")
  private boolean force;

  @Mixin private SourceOptions sourceOptions = new SourceOptions();
  @CommandLine.ParentCommand private Main main;
  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli fills the fields
  FixCommand() {}

  @Override
  public Integer call() {
    Map<String, String> environment = main.environment();
    PrintWriter err = spec.commandLine().getErr();
    TerraformState managed = managed();
    Judge judge = SourceOptions.judge(environment);
    Inventory inventory =
        sourceOptions.open(environment, err).inventory(Set.of(), ProgressLine.on(err));
    Assessment assessment = judge.judge(inventory);
    List<Finding> chosen = assessment.findings().stream().filter(this::isWanted).toList();
    UnreadLines.print(inventory.unread(), err);
    requireKnown(chosen, judge);
    if (chosen.isEmpty()) {
      err.println("Nothing to fix: there is no such finding.");
    } else {
      deliver(new FixWriter(Knowledge.load()).write(chosen, managed), chosen, err);
    }
    return inventory.unread().isEmpty() ? Main.FINE : Main.UNREAD;
  }

  private boolean isWanted(Finding finding) {
    return wanted.contains(finding.check())
        || wanted.contains(finding.id())
        || wanted.contains(finding.resource().id().id());
  }

  private void requireKnown(List<Finding> chosen, Judge judge) {
    List<String> checks = judge.checks().stream().map(CheckInfo::id).toList();
    for (String one : wanted) {
      boolean found =
          chosen.stream().anyMatch(f -> f.id().equals(one) || f.resource().id().id().equals(one));
      if (!found && !checks.contains(one)) {
        throw new WrongUsageException(
            "\"%s\" is neither a check (%s) nor a finding of this scan (./costbot check --format json lists them)."
                .formatted(one, String.join(", ", checks)));
      }
    }
  }

  private TerraformState managed() {
    if (state == null) {
      return TerraformState.empty();
    }
    try {
      return TerraformState.read(Files.readAllBytes(state));
    } catch (IOException e) {
      throw new WrongUsageException(state + " cannot be read", e);
    } catch (IllegalArgumentException e) {
      throw new WrongUsageException(state + ": " + e.getMessage(), e);
    }
  }

  private void deliver(Fix fix, List<Finding> chosen, PrintWriter err) {
    if (out == null) {
      PrintWriter print = spec.commandLine().getOut();
      fix.files().forEach((name, text) -> print.printf("# ---- %s%n%s%n", name, text));
      print.flush();
    } else {
      write(fix, out);
      err.printf(
          "%s in %s:%n", chosen.size() == 1 ? "1 finding" : chosen.size() + " findings", out);
      fix.files().keySet().forEach(name -> err.println("  " + name));
    }
    fix.instructions().forEach(err::println);
  }

  private void write(Fix fix, Path folder) {
    try {
      refuseToOverwrite(fix, folder);
      writeFiles(fix, folder);
    } catch (IOException e) {
      throw new WrongUsageException("--out: " + folder + " cannot be written: " + e, e);
    }
  }

  private void refuseToOverwrite(Fix fix, Path folder) throws IOException {
    for (Map.Entry<String, String> file : fix.files().entrySet()) {
      Path path = folder.resolve(file.getKey());
      byte[] bytes = file.getValue().getBytes(StandardCharsets.UTF_8);
      if (!force && Files.exists(path) && !Arrays.equals(Files.readAllBytes(path), bytes)) {
        throw new WrongUsageException(
            path + " exists and differs: choose another folder, or overwrite it with --force.");
      }
    }
  }

  private static void writeFiles(Fix fix, Path folder) throws IOException {
    for (Map.Entry<String, String> file : fix.files().entrySet()) {
      Path path = folder.resolve(file.getKey());
      Path parent = path.getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      Files.writeString(path, file.getValue());
    }
  }
}

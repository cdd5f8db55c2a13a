package dev.costbot.checks;

import dev.costbot.model.Assessment;
import dev.costbot.model.Finding;
import dev.costbot.model.Inventory;
import dev.costbot.model.Resource;
import dev.costbot.model.Saving;
import dev.costbot.model.Severity;
import dev.costbot.model.Verdict;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Runs checks over an inventory. */
public final class CheckEngine {
  private static final Comparator<Finding> BY_SAVING =
      Comparator.comparing(CheckEngine::amount)
          .reversed()
          .thenComparing(Finding::check)
          .thenComparing(Finding::id);

  private final List<Check<?>> checks;

  public CheckEngine(List<Check<?>> checks) {
    this.checks = List.copyOf(checks);
  }

  /** All checks there are. */
  public static List<Check<?>> all() {
    return List.of(
        new EbsSnapshotOld(),
        new EbsVolumeGp2(),
        new EbsVolumeUnattached(),
        new Ec2InstanceStopped(),
        new ElasticIpUnassociated());
  }

  public List<CheckInfo> infos() {
    return checks.stream().<CheckInfo>map(Check::info).toList();
  }

  public Assessment assess(Inventory inventory, Surroundings surroundings) {
    List<Finding> findings = new ArrayList<>();
    List<Assessment.Undecided> undecided = new ArrayList<>();
    for (Check<?> check : checks) {
      judgeAll(check, inventory, surroundings, findings, undecided);
    }
    findings.sort(BY_SAVING);
    return new Assessment(inventory, findings, undecided);
  }

  private static <R extends Resource> void judgeAll(
      Check<R> check,
      Inventory inventory,
      Surroundings surroundings,
      List<Finding> findings,
      List<Assessment.Undecided> undecided) {
    for (R resource : inventory.of(check.kind())) {
      switch (check.judge(resource, surroundings)) {
        case Verdict.Waste waste -> findings.add(finding(check.info(), resource, waste));
        case Verdict.Unknown unknown ->
            undecided.add(
                new Assessment.Undecided(check.info().id(), resource.id(), unknown.reason()));
        case Verdict.Fine fine -> {}
        case Verdict.Skipped skipped -> {}
      }
    }
  }

  private static Finding finding(CheckInfo check, Resource resource, Verdict.Waste waste) {
    return new Finding(
        check.id(),
        Severity.of(waste.saving()),
        resource,
        waste.saving(),
        waste.reason(),
        waste.confidence(),
        check.effort(),
        check.risk(),
        check.undo(),
        waste.fixValues());
  }

  private static BigDecimal amount(Finding finding) {
    return switch (finding.saving()) {
      case Saving.Priced priced -> priced.monthly().amount();
      case Saving.Unpriced unpriced -> BigDecimal.ONE.negate();
    };
  }
}

package dev.costbot.knowledge;

import dev.costbot.model.EbsSnapshot;
import dev.costbot.model.EbsVolume;
import dev.costbot.model.Ec2Instance;
import dev.costbot.model.ElasticIp;
import dev.costbot.model.Finding;
import dev.costbot.model.Fix;
import dev.costbot.model.ResourceId;
import dev.costbot.model.ResourceType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Writes the Terraform for findings: an import and a change for what nothing manages, an edit at
 * its address for what Terraform manages already, and a folder each where there are several
 * accounts.
 */
public final class FixWriter {
  private final KnowledgeBase knowledgeBase;

  public FixWriter(KnowledgeBase knowledgeBase) {
    this.knowledgeBase = knowledgeBase;
  }

  public Fix write(List<Finding> findings, TerraformState state) {
    Map<String, String> files = new TreeMap<>();
    List<String> instructions = new ArrayList<>();
    List<Finding> chosen = withoutOverlap(findings, instructions);
    Map<String, List<Finding>> byAccount = new TreeMap<>();
    for (Finding finding : chosen) {
      byAccount
          .computeIfAbsent(finding.resource().id().account(), a -> new ArrayList<>())
          .add(finding);
    }
    byAccount.forEach(
        (account, own) -> {
          String folder = byAccount.size() == 1 ? "" : account + "/";
          writeAccount(account, folder, own, state, files, instructions);
        });
    return new Fix(files, instructions);
  }

  /** Deleting beats changing: no resource is in two fixes. */
  private List<Finding> withoutOverlap(List<Finding> findings, List<String> instructions) {
    Map<ResourceId, Finding> taken = new HashMap<>();
    List<Finding> chosen = new ArrayList<>();
    List<Finding> deletionsFirst =
        findings.stream()
            .sorted(Comparator.comparing((Finding finding) -> !guide(finding).deletes()))
            .toList();
    for (Finding finding : deletionsFirst) {
      Finding other = taken.get(finding.resource().id());
      if (other != null && !other.equals(finding)) {
        instructions.add(
            "%s is left out of %s, because the fix of %s deletes it."
                .formatted(finding.resource().id().id(), finding.check(), other.check()));
        continue;
      }
      chosen.add(finding);
      taken.put(finding.resource().id(), finding);
      if (guide(finding).deletes()) {
        goingWith(finding).forEach(volume -> taken.putIfAbsent(volume, finding));
      }
    }
    return chosen;
  }

  /** The volumes that go with an instance: on termination, or because the fix deletes them. */
  private static List<ResourceId> goingWith(Finding finding) {
    return switch (finding.resource()) {
      case Ec2Instance instance ->
          instance.volumes().stream()
              .filter(v -> v.deleteOnTermination() || deletesToo(finding, v.volumeId()))
              .map(v -> volume(instance.id(), v.volumeId()))
              .toList();
      case EbsVolume volume -> List.of();
      case EbsSnapshot snapshot -> List.of();
      case ElasticIp address -> List.of();
    };
  }

  private static boolean deletesToo(Finding finding, String volumeId) {
    return finding.fixValues().values().stream()
        .anyMatch(value -> value instanceof Map<?, ?> map && map.containsKey(volumeId));
  }

  private static ResourceId volume(ResourceId instance, String volumeId) {
    return new ResourceId(instance.account(), instance.region(), ResourceType.EBS_VOLUME, volumeId);
  }

  private void writeAccount(
      String account,
      String folder,
      List<Finding> findings,
      TerraformState state,
      Map<String, String> files,
      List<String> instructions) {
    List<StateEdits.Edit> edits = new ArrayList<>();
    Map<String, List<Finding>> unmanaged = new LinkedHashMap<>();
    for (Finding finding : findings) {
      state
          .find(finding.resource().id())
          .ifPresentOrElse(
              managed -> edits.add(new StateEdits.Edit(finding, guide(finding), managed)),
              () ->
                  unmanaged.computeIfAbsent(finding.check(), c -> new ArrayList<>()).add(finding));
    }
    unmanaged.forEach(
        (check, own) ->
            guide(own.getFirst())
                .template()
                .ifPresent(
                    template -> files.put(folder + check + ".tf", template.fill(values(own)))));
    if (!unmanaged.isEmpty()) {
      TreeSet<String> regions = new TreeSet<>();
      unmanaged.values().forEach(own -> own.forEach(f -> regions.add(f.resource().id().region())));
      files.put(folder + "providers.tf", ProvidersFile.text(account, regions.first()));
      FixPlan plan = new FixPlan();
      unmanaged.values().forEach(own -> plan.add(guide(own.getFirst()), own));
      instructions.addAll(plan.instructions(folder));
    }
    if (!edits.isEmpty()) {
      files.put(folder + "EDITS.md", StateEdits.text(edits));
      instructions.add(
          "%sEDITS.md: Terraform manages %s already; edit %s, do not import."
              .formatted(
                  folder,
                  edits.size() == 1 ? "one of these" : edits.size() + " of these",
                  edits.size() == 1 ? "it where it stands" : "them where they stand"));
    }
  }

  private static Map<String, Map<String, Object>> values(List<Finding> findings) {
    Map<String, Map<String, Object>> values = new TreeMap<>();
    for (Finding finding : findings) {
      values.put(finding.resource().id().id(), finding.fixValues());
    }
    return values;
  }

  private Guide guide(Finding finding) {
    return knowledgeBase
        .guide(finding.check())
        .orElseThrow(() -> new IllegalStateException("no guide for the check " + finding.check()));
  }
}

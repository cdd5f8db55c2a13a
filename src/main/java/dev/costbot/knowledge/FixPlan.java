package dev.costbot.knowledge;

import dev.costbot.model.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the plans over one folder of a fix must show: the sums over its files. */
final class FixPlan {
  private final List<String> firstMust = new ArrayList<>();
  private final List<String> variables = new ArrayList<>();
  private int imports;
  private int adds;
  private int changes;
  private int destroys;

  void add(Guide guide, List<Finding> findings) {
    int imported = findings.size() + findings.stream().mapToInt(FixPlan::nested).sum();
    imports += imported;
    switch (guide.firstPlan()) {
      case IMPORT -> {}
      case CHANGE -> changes += findings.size();
      case ADD -> adds += findings.size();
    }
    if (guide.deletes()) {
      destroys += imported;
      variables.add("-var " + guide.secondApply() + "=true");
    }
    firstMust.add(guide.id() + ".tf: " + guide.must());
  }

  List<String> instructions(String folder) {
    String where = folder.isEmpty() ? "" : "In " + folder + ": ";
    List<String> instructions = new ArrayList<>();
    instructions.add(
        "%sRun terraform init and terraform plan. It must show \"Plan: %d to import, %d to add, %d to change, 0 to destroy.\" and nothing replaced; then terraform apply."
            .formatted(where, imports, adds, changes));
    firstMust.forEach(must -> instructions.add(folder + must));
    if (destroys > 0) {
      instructions.add(
          "%sNothing is deleted before the second apply: terraform apply %s. It must show \"Plan: 0 to add, 0 to change, %d to destroy.\""
              .formatted(where, String.join(" ", variables), destroys));
    }
    return instructions;
  }

  /** Resources inside a resource's values, which are imported as well: maps of maps. */
  private static int nested(Finding finding) {
    return finding.fixValues().values().stream()
        .filter(Map.class::isInstance)
        .mapToInt(
            value ->
                (int) ((Map<?, ?>) value).values().stream().filter(Map.class::isInstance).count())
        .sum();
  }
}

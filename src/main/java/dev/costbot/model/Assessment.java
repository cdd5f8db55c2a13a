package dev.costbot.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the checks said of an inventory.
 *
 * @param findings by falling saving; unknown savings last
 */
public record Assessment(Inventory inventory, List<Finding> findings, List<Undecided> undecided) {
  public Assessment {
    findings = List.copyOf(findings);
    undecided = List.copyOf(undecided);
  }

  /** A resource a check could not judge. */
  public record Undecided(String check, ResourceId resource, String reason) {}

  /** The saving of all findings together, each resource counted once, with its largest saving. */
  public static Money totalMonthlySavings(List<Finding> findings) {
    Map<ResourceId, Money> largest = new HashMap<>();
    for (Finding finding : findings) {
      if (finding.saving() instanceof Saving.Priced priced) {
        priced.parts().forEach((id, part) -> largest.merge(id, part, Assessment::larger));
      }
    }
    // Prices are all in USD today: AWS publishes its list prices in it (China's excepted).
    return largest.values().stream().reduce(Money.zero("USD"), Money::plus);
  }

  public static int unpriced(List<Finding> findings) {
    return (int) findings.stream().filter(f -> f.saving() instanceof Saving.Unpriced).count();
  }

  private static Money larger(Money one, Money other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}

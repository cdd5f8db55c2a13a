package dev.costbot.app;

import dev.costbot.cost.CallCount;
import dev.costbot.cost.CostSource;
import dev.costbot.cost.SampleCosts;
import dev.costbot.inventory.SampleAccount;
import dev.costbot.inventory.ScanProgress;
import dev.costbot.model.Inventory;
import java.time.InstantSource;
import java.util.Set;

/** The bundled account, with a "today" of its own. */
public final class SampleSource implements AccountSource {
  private final Inventory inventory = SampleAccount.inventory();
  private final SampleCosts costs = SampleCosts.load();

  @Override
  public String name() {
    return "sample";
  }

  @Override
  public InstantSource time() {
    return InstantSource.fixed(inventory.scannedAt());
  }

  @Override
  public Inventory inventory(Set<String> regions, ScanProgress progress) {
    if (regions.isEmpty()) {
      return inventory;
    }
    for (String region : regions) {
      if (!inventory.regions().contains(region)) {
        throw new IllegalArgumentException(
            "the sample account has no region %s; it has %s"
                .formatted(region, String.join(", ", inventory.regions())));
      }
    }
    return new Inventory(
        inventory.accounts(),
        inventory.regions().stream().filter(regions::contains).toList(),
        inventory.scannedAt(),
        inventory.resources().stream().filter(r -> regions.contains(r.id().region())).toList(),
        inventory.unread());
  }

  @Override
  public CostSource costs(CallCount calls) {
    return costs;
  }
}

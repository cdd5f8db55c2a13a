package dev.costbot.app;

import dev.costbot.cost.CallCount;
import dev.costbot.cost.CostSource;
import dev.costbot.inventory.ScanProgress;
import dev.costbot.model.Inventory;
import java.time.InstantSource;
import java.util.Set;

/** Another source's resources with the bill of a file. */
public record BillFromFile(AccountSource account, CostSource bill) implements AccountSource {

  @Override
  public String name() {
    return account.name();
  }

  @Override
  public InstantSource time() {
    return account.time();
  }

  @Override
  public Inventory inventory(Set<String> regions, ScanProgress progress) {
    return account.inventory(regions, progress);
  }

  @Override
  public CostSource costs(CallCount calls) {
    return bill;
  }
}

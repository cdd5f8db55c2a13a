package dev.costbot.app;

import dev.costbot.cost.CallCount;
import dev.costbot.cost.CostSource;
import dev.costbot.inventory.ScanProgress;
import dev.costbot.model.Inventory;
import java.time.InstantSource;
import java.util.Set;

/** Where facts about an account come from: AWS, or the sample that is bundled. */
public interface AccountSource {

  /** Short, for people and for keeping conversations apart: {@code live} or {@code sample}. */
  String name();

  /** The time there; the sample stands still. */
  InstantSource time();

  /**
   * The resources.
   *
   * @param regions only these; empty for all that are enabled
   * @throws dev.costbot.inventory.AccountUnknownException when nothing can be read at all
   */
  Inventory inventory(Set<String> regions, ScanProgress progress);

  /**
   * The bill.
   *
   * @param calls counts what AWS charges for
   */
  CostSource costs(CallCount calls);
}

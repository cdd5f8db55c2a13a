package dev.costbot.app;

import dev.costbot.checks.CheckEngine;
import dev.costbot.checks.CheckInfo;
import dev.costbot.checks.Surroundings;
import dev.costbot.checks.Thresholds;
import dev.costbot.model.Assessment;
import dev.costbot.model.Inventory;
import dev.costbot.model.PriceList;
import java.util.List;

/** Judges an inventory with all checks, as of the moment it was scanned. */
public final class Judge {
  private final CheckEngine engine;
  private final PriceList prices;
  private final Thresholds thresholds;

  /**
   * @throws IllegalArgumentException when the config names a check or a parameter that is not there
   */
  public Judge(PriceList prices, Config config) {
    this.engine = new CheckEngine(CheckEngine.all());
    this.prices = prices;
    this.thresholds = thresholds(config, engine);
  }

  private static Thresholds thresholds(Config config, CheckEngine engine) {
    try {
      return new Thresholds(config.checks(), engine.infos());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(Config.SETTING + ", " + e.getMessage(), e);
    }
  }

  public Assessment judge(Inventory inventory) {
    Surroundings surroundings =
        new Surroundings(inventory, prices, thresholds, inventory.scannedAt());
    return engine.assess(inventory, surroundings);
  }

  public List<CheckInfo> checks() {
    return engine.infos();
  }
}

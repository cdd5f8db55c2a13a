package dev.costbot.inventory;

import java.time.Duration;

/**
 * @param time for the whole scan
 * @param callsAtOnce over all regions
 * @param callsAtOnceInOneRegion of one service
 */
public record ScanSettings(Duration time, int callsAtOnce, int callsAtOnceInOneRegion) {
  public static final ScanSettings STANDARD = new ScanSettings(Duration.ofMinutes(2), 64, 2);

  public ScanSettings {
    if (!time.isPositive() || callsAtOnce < 1 || callsAtOnceInOneRegion < 1) {
      throw new IllegalArgumentException("a scan needs time and at least one call at once");
    }
  }

  public ScanSettings within(Duration otherTime) {
    return new ScanSettings(otherTime, callsAtOnce, callsAtOnceInOneRegion);
  }
}

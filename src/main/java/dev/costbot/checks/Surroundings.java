package dev.costbot.checks;

import dev.costbot.model.EbsSnapshot;
import dev.costbot.model.EbsVolume;
import dev.costbot.model.Inventory;
import dev.costbot.model.PriceList;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a check may know beside the resource: the rest of the inventory, prices, thresholds, now.
 */
public final class Surroundings {
  private final PriceList prices;
  private final Instant now;
  private final Thresholds thresholds;
  private final Map<String, EbsVolume> volumes = new HashMap<>();
  private final Map<String, Integer> snapshotsOfVolume = new HashMap<>();
  private final Set<String> snapshotsWithVolumes = new HashSet<>();
  private final Set<String> regionsNotAllRead = new HashSet<>();

  public Surroundings(Inventory inventory, PriceList prices, Thresholds thresholds, Instant now) {
    this.prices = prices;
    this.thresholds = thresholds;
    this.now = now;
    inventory.unread().forEach(unread -> regionsNotAllRead.add(unread.region()));
    for (EbsVolume volume : inventory.of(EbsVolume.class)) {
      volumes.put(volume.id().id(), volume);
      if (volume.snapshotId() != null) {
        snapshotsWithVolumes.add(volume.snapshotId());
      }
    }
    for (EbsSnapshot snapshot : inventory.of(EbsSnapshot.class)) {
      snapshotsOfVolume.merge(snapshot.volumeId(), 1, Integer::sum);
    }
  }

  Optional<EbsVolume> volume(String id) {
    return Optional.ofNullable(volumes.get(id));
  }

  /**
   * Whether it is certain that no other snapshot of its volume, and no volume made from it, shares
   * its blocks.
   */
  boolean standsAlone(EbsSnapshot snapshot) {
    return !regionsNotAllRead.contains(snapshot.id().region())
        && snapshotsOfVolume.getOrDefault(snapshot.volumeId(), 0) == 1
        && !snapshotsWithVolumes.contains(snapshot.id().id());
  }

  PriceList prices() {
    return prices;
  }

  BigDecimal threshold(CheckInfo check, String name) {
    return thresholds.value(check, name);
  }

  /** Whole days from then to now. */
  long daysSince(Instant then) {
    return Duration.between(then, now).toDays();
  }

  /** The day of an instant as people are shown it, in UTC. */
  static String day(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC).toLocalDate().toString();
  }
}

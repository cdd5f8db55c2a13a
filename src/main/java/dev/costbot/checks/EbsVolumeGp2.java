package dev.costbot.checks;

import dev.costbot.model.EbsVolume;
import dev.costbot.model.Level;
import dev.costbot.model.PriceList;
import dev.costbot.model.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** gp2 volumes that gp3 would serve at least as well for less. */
public final class EbsVolumeGp2 implements Check<EbsVolume> {
  /** gp2 gives 3 IOPS per GiB, from 100 to 16,000 (EBS user guide, "General Purpose SSD"). */
  private static final int GP2_IOPS_PER_GIB = 3;

  private static final int GP2_MOST_IOPS = 16_000;
  private static final int GP2_MOST_THROUGHPUT = 250;
  private static final int GP3_LEAST_IOPS = 3000;
  private static final int GP3_LEAST_THROUGHPUT = 125;

  private static final CheckInfo INFO =
      new CheckInfo(
          "ebs-volume-gp2",
          "gp2 volumes that gp3 would serve for less",
          Level.LOW,
          Level.LOW,
          "set the type back to gp2; a volume can be modified again after six hours",
          List.of());

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public Class<EbsVolume> kind() {
    return EbsVolume.class;
  }

  @Override
  public Verdict judge(EbsVolume volume, Surroundings surroundings) {
    if (!volume.volumeType().equals("gp2")) {
      return new Verdict.Fine("its type is " + volume.volumeType());
    }
    if (volume.outpostArn() != null) {
      return new Verdict.Skipped("on an Outpost, where gp3 may not be offered");
    }
    if (!volume.state().equals("available") && !volume.state().equals("in-use")) {
      return new Verdict.Skipped("its state is " + volume.state());
    }
    int iops = iopsToKeep(volume.sizeGib());
    int throughput = throughputToKeep(volume.sizeGib());
    PriceList prices = surroundings.prices();
    Optional<MonthlyCost> before = VolumeCost.of(volume, prices);
    Optional<MonthlyCost> after =
        VolumeCost.of("gp3", volume.sizeGib(), iops, throughput, prices, volume.id().region());
    Map<String, Object> values = VolumeValues.of(volume);
    values.put("type", "gp3");
    values.put("iops", iops);
    values.put("throughput", throughput);
    return new Verdict.Waste(
        Savings.difference(volume.id(), before, after),
        "gp2; gp3 with %d IOPS and %d MiB/s sustains as much for less".formatted(iops, throughput),
        Savings.confidence(Level.HIGH, after),
        values);
  }

  /** The IOPS gp2 sustains at this size, or gp3's included 3,000 when that is more. */
  static int iopsToKeep(int sizeGib) {
    return Math.max(GP3_LEAST_IOPS, Math.min(GP2_MOST_IOPS, GP2_IOPS_PER_GIB * sizeGib));
  }

  /**
   * The throughput gp2 sustains at this size in MiB/s: its baseline IOPS at 256 KiB each, at most
   * 250; or gp3's included 125 when that is more.
   */
  static int throughputToKeep(int sizeGib) {
    int sustained = Math.ceilDiv(GP2_IOPS_PER_GIB * sizeGib * 256, 1024);
    return Math.max(GP3_LEAST_THROUGHPUT, Math.min(GP2_MOST_THROUGHPUT, sustained));
  }
}

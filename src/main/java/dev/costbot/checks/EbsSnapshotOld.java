package dev.costbot.checks;

import dev.costbot.model.EbsSnapshot;
import dev.costbot.model.Level;
import dev.costbot.model.Saving;
import dev.costbot.model.Verdict;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Snapshots that nobody deleted when their time had come. */
public final class EbsSnapshotOld implements Check<EbsSnapshot> {
  private static final String MINIMUM_AGE_DAYS = "minimum-age-days";
  private static final String STANDARD_PRICE = "ebs.snapshot.gib-month";
  private static final String ARCHIVE_PRICE = "ebs.snapshot-archive.gib-month";
  private static final BigDecimal BYTES_PER_GIB = BigDecimal.valueOf(1L << 30);

  private static final CheckInfo INFO =
      new CheckInfo(
          "ebs-snapshot-old",
          "EBS snapshots older than their use",
          Level.LOW,
          Level.HIGH,
          "none, unless the Recycle Bin keeps deleted snapshots in this region",
          List.of(
              new CheckInfo.Parameter(
                  MINIMUM_AGE_DAYS, "days after which a snapshot counts as old", 90)));

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public Class<EbsSnapshot> kind() {
    return EbsSnapshot.class;
  }

  @Override
  public Verdict judge(EbsSnapshot snapshot, Surroundings surroundings) {
    if (!snapshot.state().equals("completed")) {
      return new Verdict.Skipped("its state is " + snapshot.state());
    }
    Optional<String> keeper = keeper(snapshot);
    if (keeper.isPresent()) {
      return new Verdict.Skipped(keeper.get() + " made it and decides when it goes");
    }
    long age = surroundings.daysSince(snapshot.startedAt());
    BigDecimal minimum = surroundings.threshold(INFO, MINIMUM_AGE_DAYS);
    if (BigDecimal.valueOf(age).compareTo(minimum) <= 0) {
      return new Verdict.Fine("%d days old, not more than %s".formatted(age, minimum));
    }
    List<String> images = snapshot.imageIds();
    if (images == null) {
      return new Verdict.Unknown(
          "%d days old, but whether an AMI needs it could not be read".formatted(age));
    }
    if (!images.isEmpty()) {
      return new Verdict.Fine("needed by " + String.join(", ", images));
    }
    return new Verdict.Waste(
        saving(snapshot, surroundings),
        "%d days old, needed by no AMI of this account".formatted(age),
        Level.MEDIUM,
        values(snapshot));
  }

  /** Services that delete their snapshots by a plan of their own. */
  private static Optional<String> keeper(EbsSnapshot snapshot) {
    if (snapshot.tags().containsKey("aws:backup:source-resource")
        || snapshot
            .description()
            .startsWith("This snapshot is created by the AWS Backup service")) {
      return Optional.of("AWS Backup");
    }
    return snapshot.tags().containsKey("aws:dlm:lifecycle-policy-id")
        ? Optional.of("Data Lifecycle Manager")
        : Optional.empty();
  }

  private static Saving saving(EbsSnapshot snapshot, Surroundings surroundings) {
    boolean archived = snapshot.storageTier().equals("archive");
    Long fullSize = snapshot.fullSizeBytes();
    boolean billedInFull = archived || surroundings.standsAlone(snapshot);
    String price = archived ? ARCHIVE_PRICE : STANDARD_PRICE;
    String region = snapshot.id().region();
    if (fullSize != null && billedInFull) {
      BigDecimal gib = new BigDecimal(fullSize).divide(BYTES_PER_GIB, MathContext.DECIMAL64);
      return Savings.all(
          snapshot.id(),
          MonthlyCost.of(surroundings.prices(), region).plus(gib, "GiB", price).total());
    }
    // EC2 does not tell how many blocks a snapshot alone holds; the volume's size is a bound.
    return MonthlyCost.of(surroundings.prices(), region)
        .plus(BigDecimal.valueOf(snapshot.volumeSizeGib()), "GiB", price)
        .total()
        .map(
            bound ->
                new Saving.Unpriced(
                    "at most %s a month; it stores only blocks that no other snapshot has, and EC2 does not tell how many"
                        .formatted(bound.explained(region))))
        .orElseGet(() -> new Saving.Unpriced("EC2 does not tell how much it stores"));
  }

  private static Map<String, Object> values(EbsSnapshot snapshot) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("region", snapshot.id().region());
    values.put("volume_id", snapshot.volumeId());
    return values;
  }
}

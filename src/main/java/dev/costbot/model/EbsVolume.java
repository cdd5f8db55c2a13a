package dev.costbot.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An EBS volume.
 *
 * @param volumeType {@code gp2, gp3, io1, io2, st1, sc1} or {@code standard}
 * @param state {@code creating, available, in-use, deleting, deleted} or {@code error}
 * @param iops as AWS reports it (for gp2 its baseline); null where the type has none
 * @param throughput MiB/s, gp3 only
 * @param attachedTo instance ids
 * @param activity what CloudWatch knows of its use; null when that was not read
 */
public record EbsVolume(
    ResourceId id,
    Map<String, String> tags,
    String volumeType,
    int sizeGib,
    String state,
    @Nullable Integer iops,
    @Nullable Integer throughput,
    Instant createdAt,
    String availabilityZone,
    boolean encrypted,
    @Nullable String kmsKeyId,
    @Nullable String snapshotId,
    boolean multiAttach,
    @Nullable String outpostArn,
    List<String> attachedTo,
    @Nullable Activity activity)
    implements Resource {
  public EbsVolume {
    tags = Map.copyOf(tags);
    attachedTo = List.copyOf(attachedTo);
  }

  public EbsVolume withActivity(Activity observed) {
    return new EbsVolume(
        id,
        tags,
        volumeType,
        sizeGib,
        state,
        iops,
        throughput,
        createdAt,
        availabilityZone,
        encrypted,
        kmsKeyId,
        snapshotId,
        multiAttach,
        outpostArn,
        attachedTo,
        observed);
  }

  /**
   * EBS sends metrics only while a volume is attached, so the last datapoint dates its last use.
   *
   * @param observedFrom start of the window that was asked for
   * @param lastAttached the day of the last datapoint; null when there was none in the window
   */
  public record Activity(Instant observedFrom, @Nullable Instant lastAttached) {}
}

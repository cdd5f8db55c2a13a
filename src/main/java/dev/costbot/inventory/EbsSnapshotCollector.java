package dev.costbot.inventory;

import static dev.costbot.inventory.Answers.orEmpty;
import static dev.costbot.inventory.Answers.orNull;
import static dev.costbot.inventory.Answers.required;

import dev.costbot.model.EbsSnapshot;
import dev.costbot.model.ResourceId;
import dev.costbot.model.ResourceType;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.DescribeSnapshotsRequest;
import software.amazon.awssdk.services.ec2.model.Snapshot;

/** The EBS snapshots that the account owns, and which of its images need them. */
final class EbsSnapshotCollector implements Collector<Snapshot, EbsSnapshot> {
  private static final int PAGE = 1000;

  @Override
  public ResourceType type() {
    return ResourceType.EBS_SNAPSHOT;
  }

  @Override
  public AwsOperation operation() {
    return new AwsOperation("ec2", "DescribeSnapshots");
  }

  @Override
  public List<Supplement<EbsSnapshot>> supplements() {
    return List.of(new SnapshotImageReader());
  }

  @Override
  public List<Snapshot> read(RegionAccess region) {
    DescribeSnapshotsRequest request =
        DescribeSnapshotsRequest.builder().ownerIds("self").maxResults(PAGE).build();
    return region.ec2().describeSnapshotsPaginator(request).stream()
        .map(Ec2Answers::genuine)
        .flatMap(page -> page.snapshots().stream())
        .toList();
  }

  @Override
  public @Nullable String id(Snapshot answer) {
    return answer.snapshotId();
  }

  @Override
  public EbsSnapshot toResource(ResourceId id, Snapshot answer) {
    return new EbsSnapshot(
        id,
        Answers.tags(answer.tags()),
        orEmpty(answer.volumeId()),
        Answers.requiredSize(answer.volumeSize()),
        answer.fullSnapshotSizeInBytes(),
        required(answer.startTime(), "start time"),
        required(answer.stateAsString(), "state"),
        Objects.requireNonNullElse(orNull(answer.storageTierAsString()), "standard"),
        orEmpty(answer.description()),
        Boolean.TRUE.equals(answer.encrypted()),
        null);
  }
}

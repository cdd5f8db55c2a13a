package dev.costbot.inventory;

import static dev.costbot.inventory.Answers.orEmpty;
import static dev.costbot.inventory.Answers.orNull;
import static dev.costbot.inventory.Answers.required;

import dev.costbot.model.EbsVolume;
import dev.costbot.model.ResourceId;
import dev.costbot.model.ResourceType;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.DescribeVolumesRequest;
import software.amazon.awssdk.services.ec2.model.Volume;
import software.amazon.awssdk.services.ec2.model.VolumeAttachment;
import software.amazon.awssdk.services.ec2.model.VolumeAttachmentState;

/** EBS volumes; for those attached to nothing also when they were last used. */
final class EbsVolumeCollector implements Collector<Volume, EbsVolume> {
  private static final int PAGE = 1000;

  @Override
  public ResourceType type() {
    return ResourceType.EBS_VOLUME;
  }

  @Override
  public AwsOperation operation() {
    return new AwsOperation("ec2", "DescribeVolumes");
  }

  @Override
  public List<Supplement<EbsVolume>> supplements() {
    return List.of(new VolumeActivityReader());
  }

  @Override
  public List<Volume> read(RegionAccess region) {
    DescribeVolumesRequest request = DescribeVolumesRequest.builder().maxResults(PAGE).build();
    return region.ec2().describeVolumesPaginator(request).stream()
        .map(Ec2Answers::genuine)
        .flatMap(page -> page.volumes().stream())
        .toList();
  }

  @Override
  public @Nullable String id(Volume answer) {
    return answer.volumeId();
  }

  @Override
  public EbsVolume toResource(ResourceId id, Volume answer) {
    return new EbsVolume(
        id,
        Answers.tags(answer.tags()),
        required(answer.volumeTypeAsString(), "volume type"),
        Answers.requiredSize(answer.size()),
        required(answer.stateAsString(), "state"),
        answer.iops(),
        answer.throughput(),
        required(answer.createTime(), "creation time"),
        orEmpty(answer.availabilityZone()),
        Boolean.TRUE.equals(answer.encrypted()),
        orNull(answer.kmsKeyId()),
        orNull(answer.snapshotId()),
        Boolean.TRUE.equals(answer.multiAttachEnabled()),
        orNull(answer.outpostArn()),
        attachedTo(answer),
        null);
  }

  private static List<String> attachedTo(Volume answer) {
    return answer.attachments().stream()
        .filter(attachment -> attachment.state() != VolumeAttachmentState.DETACHED)
        .map(VolumeAttachment::instanceId)
        .filter(Objects::nonNull)
        .sorted()
        .toList();
  }
}

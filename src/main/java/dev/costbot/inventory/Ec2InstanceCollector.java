package dev.costbot.inventory;

import static dev.costbot.inventory.Answers.orEmpty;
import static dev.costbot.inventory.Answers.orNull;
import static dev.costbot.inventory.Answers.required;

import dev.costbot.model.Ec2Instance;
import dev.costbot.model.Ec2Instance.AttachedVolume;
import dev.costbot.model.ResourceId;
import dev.costbot.model.ResourceType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesRequest;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceStateName;

/**
 * EC2 instances, without those that are terminated: AWS lists them for an hour, and they are gone.
 */
final class Ec2InstanceCollector implements Collector<Instance, Ec2Instance> {
  private static final int PAGE = 1000;

  @Override
  public ResourceType type() {
    return ResourceType.EC2_INSTANCE;
  }

  @Override
  public AwsOperation operation() {
    return new AwsOperation("ec2", "DescribeInstances");
  }

  @Override
  public List<Instance> read(RegionAccess region) {
    DescribeInstancesRequest request = DescribeInstancesRequest.builder().maxResults(PAGE).build();
    return region.ec2().describeInstancesPaginator(request).stream()
        .map(Ec2Answers::genuine)
        .flatMap(page -> page.reservations().stream())
        .flatMap(reservation -> reservation.instances().stream())
        .filter(
            instance ->
                instance.state() == null || instance.state().name() != InstanceStateName.TERMINATED)
        .toList();
  }

  @Override
  public @Nullable String id(Instance answer) {
    return answer.instanceId();
  }

  @Override
  public Ec2Instance toResource(ResourceId id, Instance answer) {
    String state = answer.state() == null ? "" : orEmpty(answer.state().nameAsString());
    return new Ec2Instance(
        id,
        Answers.tags(answer.tags()),
        required(answer.instanceTypeAsString(), "instance type"),
        required(state, "state"),
        required(answer.launchTime(), "launch time"),
        state.equals("stopped") ? StopTime.parse(answer.stateTransitionReason()) : null,
        orEmpty(answer.imageId()),
        answer.placement() == null ? "" : orEmpty(answer.placement().availabilityZone()),
        orNull(answer.instanceLifecycleAsString()),
        volumes(answer));
  }

  private static List<AttachedVolume> volumes(Instance answer) {
    return answer.blockDeviceMappings().stream()
        .filter(mapping -> mapping.ebs() != null && orNull(mapping.ebs().volumeId()) != null)
        .map(
            mapping ->
                new AttachedVolume(
                    mapping.ebs().volumeId(),
                    orEmpty(mapping.deviceName()),
                    Boolean.TRUE.equals(mapping.ebs().deleteOnTermination())))
        .toList();
  }
}

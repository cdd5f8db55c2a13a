package dev.costbot.inventory;

import static dev.costbot.inventory.Answers.orNull;

import dev.costbot.model.ElasticIp;
import dev.costbot.model.ResourceId;
import dev.costbot.model.ResourceType;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.Address;

/** Elastic IP addresses. AWS hands them over in one answer, without pages. */
final class ElasticIpCollector implements Collector<Address, ElasticIp> {
  @Override
  public ResourceType type() {
    return ResourceType.ELASTIC_IP;
  }

  @Override
  public AwsOperation operation() {
    return new AwsOperation("ec2", "DescribeAddresses");
  }

  @Override
  public List<Address> read(RegionAccess region) {
    return Ec2Answers.genuine(region.ec2().describeAddresses()).addresses();
  }

  @Override
  public @Nullable String id(Address answer) {
    return answer.allocationId();
  }

  @Override
  public ElasticIp toResource(ResourceId id, Address answer) {
    return new ElasticIp(
        id,
        Answers.tags(answer.tags()),
        Stream.of(answer.publicIp(), answer.customerOwnedIp(), answer.carrierIp())
            .filter(address -> orNull(address) != null)
            .findFirst()
            .orElse(""),
        Stream.of(answer.publicIpv4Pool(), answer.customerOwnedIpv4Pool())
            .filter(pool -> orNull(pool) != null)
            .findFirst()
            .orElse("amazon"),
        orNull(answer.associationId()),
        orNull(answer.instanceId()),
        orNull(answer.networkInterfaceId()),
        orNull(answer.serviceManagedAsString()));
  }
}

package dev.costbot.model;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An Elastic IP address.
 *
 * @param addressPool {@code amazon}, or the id of an address pool the customer brought
 * @param associationId null when it is associated with nothing
 * @param serviceManaged the AWS service that manages it, e.g. {@code alb}; null when none does
 */
public record ElasticIp(
    ResourceId id,
    Map<String, String> tags,
    String publicIp,
    String addressPool,
    @Nullable String associationId,
    @Nullable String instanceId,
    @Nullable String networkInterfaceId,
    @Nullable String serviceManaged)
    implements Resource {
  public ElasticIp {
    tags = Map.copyOf(tags);
  }
}

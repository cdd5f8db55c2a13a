package dev.costbot.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An EC2 instance.
 *
 * @param state {@code pending, running, stopping, stopped, shutting-down} or {@code terminated}
 * @param stoppedAt from the state transition reason; null when running or when AWS does not say
 * @param lifecycle {@code spot}, {@code scheduled}, {@code capacity-block}, or null when on demand
 */
public record Ec2Instance(
    ResourceId id,
    Map<String, String> tags,
    String instanceType,
    String state,
    Instant launchedAt,
    @Nullable Instant stoppedAt,
    String imageId,
    String availabilityZone,
    @Nullable String lifecycle,
    List<AttachedVolume> volumes)
    implements Resource {
  public Ec2Instance {
    tags = Map.copyOf(tags);
    volumes = List.copyOf(volumes);
  }

  /** A volume as the instance sees it. */
  public record AttachedVolume(String volumeId, String device, boolean deleteOnTermination) {}
}

package dev.costbot.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An EBS snapshot that the account owns.
 *
 * @param volumeId the volume it was taken of, which may be gone
 * @param volumeSizeGib the size of that volume, an upper bound of what the snapshot stores
 * @param fullSizeBytes the size of all blocks of the volume at that time, not of what this snapshot
 *     alone stores; null when AWS does not say
 * @param storageTier {@code standard} or {@code archive}
 * @param imageIds the account's AMIs that need it; null when images could not be read
 */
public record EbsSnapshot(
    ResourceId id,
    Map<String, String> tags,
    String volumeId,
    int volumeSizeGib,
    @Nullable Long fullSizeBytes,
    Instant startedAt,
    String state,
    String storageTier,
    String description,
    boolean encrypted,
    @Nullable List<String> imageIds)
    implements Resource {
  public EbsSnapshot {
    tags = Map.copyOf(tags);
    imageIds = imageIds == null ? null : List.copyOf(imageIds);
  }
}

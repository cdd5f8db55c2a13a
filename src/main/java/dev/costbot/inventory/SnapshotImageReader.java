package dev.costbot.inventory;

import dev.costbot.model.EbsSnapshot;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import software.amazon.awssdk.services.ec2.model.DescribeImagesRequest;
import software.amazon.awssdk.services.ec2.model.Image;

/** Which of the account's AMIs need a snapshot. AWS refuses to delete a snapshot an AMI needs. */
final class SnapshotImageReader implements Supplement<EbsSnapshot> {
  private static final int PAGE = 1000;

  @Override
  public AwsOperation operation() {
    return new AwsOperation("ec2", "DescribeImages");
  }

  @Override
  public List<EbsSnapshot> supplement(RegionAccess region, List<EbsSnapshot> snapshots) {
    if (snapshots.isEmpty()) {
      return snapshots;
    }
    Map<String, Set<String>> imagesOf = imagesBySnapshot(region);
    return snapshots.stream()
        .map(
            snapshot ->
                withImages(
                    snapshot, List.copyOf(imagesOf.getOrDefault(snapshot.id().id(), Set.of()))))
        .toList();
  }

  private static Map<String, Set<String>> imagesBySnapshot(RegionAccess region) {
    // Deprecated and disabled images are not listed by default, and still need their snapshots.
    DescribeImagesRequest request =
        DescribeImagesRequest.builder()
            .owners("self")
            .includeDeprecated(true)
            .includeDisabled(true)
            .maxResults(PAGE)
            .build();
    Map<String, Set<String>> imagesOf = new TreeMap<>();
    region.ec2().describeImagesPaginator(request).stream()
        .map(Ec2Answers::genuine)
        .flatMap(page -> page.images().stream())
        .filter(image -> image.imageId() != null)
        .forEach(image -> note(image, imagesOf));
    return imagesOf;
  }

  private static void note(Image image, Map<String, Set<String>> imagesOf) {
    image.blockDeviceMappings().stream()
        .filter(mapping -> mapping.ebs() != null && mapping.ebs().snapshotId() != null)
        .forEach(
            mapping ->
                imagesOf
                    .computeIfAbsent(mapping.ebs().snapshotId(), snapshot -> new TreeSet<>())
                    .add(image.imageId()));
  }

  private static EbsSnapshot withImages(EbsSnapshot snapshot, List<String> imageIds) {
    return new EbsSnapshot(
        snapshot.id(),
        snapshot.tags(),
        snapshot.volumeId(),
        snapshot.volumeSizeGib(),
        snapshot.fullSizeBytes(),
        snapshot.startedAt(),
        snapshot.state(),
        snapshot.storageTier(),
        snapshot.description(),
        snapshot.encrypted(),
        imageIds);
  }
}

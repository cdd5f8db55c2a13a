package dev.costbot.checks;

import dev.costbot.model.EbsVolume;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A volume as the Terraform templates need it: every attribute whose absence would make Terraform
 * change or replace the volume when it is imported.
 */
final class VolumeValues {
  private static final Set<String> WITH_IOPS = Set.of("gp3", "io1", "io2");

  private VolumeValues() {}

  static Map<String, Object> of(EbsVolume volume) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("region", volume.id().region());
    values.put("availability_zone", volume.availabilityZone());
    values.put("size", volume.sizeGib());
    values.put("type", volume.volumeType());
    // AWS reports IOPS for every type, but only these types let them be set.
    values.put("iops", WITH_IOPS.contains(volume.volumeType()) ? volume.iops() : null);
    values.put("throughput", volume.volumeType().equals("gp3") ? volume.throughput() : null);
    values.put("encrypted", volume.encrypted());
    values.put("kms_key_id", volume.kmsKeyId());
    values.put("snapshot_id", volume.snapshotId());
    values.put("multi_attach_enabled", volume.multiAttach());
    values.put("tags", Tags.own(volume.tags()));
    return values;
  }
}

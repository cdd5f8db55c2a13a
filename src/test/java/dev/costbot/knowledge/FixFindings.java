package dev.costbot.knowledge;

import dev.costbot.model.EbsSnapshot;
import dev.costbot.model.EbsVolume;
import dev.costbot.model.Ec2Instance;
import dev.costbot.model.ElasticIp;
import dev.costbot.model.Finding;
import dev.costbot.model.Level;
import dev.costbot.model.Money;
import dev.costbot.model.Resource;
import dev.costbot.model.ResourceId;
import dev.costbot.model.ResourceType;
import dev.costbot.model.Saving;
import dev.costbot.model.Severity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Findings built by hand, with the values the templates need as the checks give them. */
final class FixFindings {
  static final String ACCOUNT = "123456789012";
  private static final Instant LONG_AGO = Instant.parse("2025-01-01T00:00:00Z");

  private FixFindings() {}

  static Finding gp2(String id, String region, Map<String, String> tags) {
    return gp2(ACCOUNT, id, region, tags);
  }

  /** 500 GiB on gp2 sustain 1,500 IOPS and 250 MiB/s. */
  static Finding gp2(String account, String id, String region, Map<String, String> tags) {
    EbsVolume volume = volume(account, id, region, "gp2", 500, tags, List.of("i-01"));
    Map<String, Object> values = values(volume);
    values.put("type", "gp3");
    values.put("iops", 3000);
    values.put("throughput", 250);
    return finding("ebs-volume-gp2", volume, "5.00", values);
  }

  static Finding unattached(String id, String region, String type, Map<String, String> tags) {
    EbsVolume volume = volume(ACCOUNT, id, region, type, 100, tags, List.of());
    return finding("ebs-volume-unattached", volume, "8.00", values(volume));
  }

  static Finding snapshot(String id, String region) {
    EbsSnapshot snapshot =
        new EbsSnapshot(
            id(ACCOUNT, region, ResourceType.EBS_SNAPSHOT, id),
            Map.of(),
            "vol-0123456789abcdef0",
            100,
            null,
            LONG_AGO,
            "completed",
            "standard",
            "",
            true,
            List.of());
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("region", region);
    values.put("volume_id", "vol-0123456789abcdef0");
    return finding("ebs-snapshot-old", snapshot, null, values);
  }

  static Finding address(String id, String region) {
    ElasticIp address =
        new ElasticIp(
            id(ACCOUNT, region, ResourceType.ELASTIC_IP, id),
            Map.of(),
            "203.0.113.10",
            "amazon",
            null,
            null,
            null,
            null);
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("region", region);
    values.put("public_ip", "203.0.113.10");
    return finding("elastic-ip-unassociated", address, "3.65", values);
  }

  /** Its root volume goes on termination; the others the fix has to delete. */
  static Finding stopped(String id, String region, String name, String root, String... kept) {
    List<Ec2Instance.AttachedVolume> attached = new ArrayList<>();
    attached.add(new Ec2Instance.AttachedVolume(root, "/dev/xvda", true));
    Map<String, Object> keptVolumes = new TreeMap<>();
    for (String volume : kept) {
      attached.add(new Ec2Instance.AttachedVolume(volume, "/dev/sdf", false));
      Map<String, Object> own = new LinkedHashMap<>();
      own.put("region", region);
      own.put("availability_zone", region + "a");
      own.put("size", 200);
      keptVolumes.put(volume, own);
    }
    Ec2Instance instance =
        new Ec2Instance(
            id(ACCOUNT, region, ResourceType.EC2_INSTANCE, id),
            Map.of("Name", name),
            "m5.large",
            "stopped",
            LONG_AGO,
            LONG_AGO,
            "ami-0123456789abcdef0",
            region + "a",
            null,
            attached);
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("region", region);
    values.put("ami", "ami-0123456789abcdef0");
    values.put("instance_type", "m5.large");
    values.put("name", name);
    values.put("kept_volumes", keptVolumes);
    return finding("ec2-instance-stopped", instance, "22.40", values);
  }

  static Finding withoutPrice(Finding finding) {
    return finding(finding.check(), finding.resource(), null, finding.fixValues());
  }

  static ResourceId id(String account, String region, ResourceType type, String id) {
    return new ResourceId(account, region, type, id);
  }

  private static EbsVolume volume(
      String account,
      String id,
      String region,
      String type,
      int sizeGib,
      Map<String, String> tags,
      List<String> attachedTo) {
    return new EbsVolume(
        id(account, region, ResourceType.EBS_VOLUME, id),
        tags,
        type,
        sizeGib,
        attachedTo.isEmpty() ? "available" : "in-use",
        3000,
        type.equals("gp3") ? 125 : null,
        LONG_AGO,
        region + "a",
        true,
        "arn:aws:kms:%s:%s:key/1234abcd-12ab-34cd-56ef-1234567890ab".formatted(region, account),
        null,
        false,
        null,
        attachedTo,
        null);
  }

  private static Map<String, Object> values(EbsVolume volume) {
    boolean gp3 = volume.volumeType().equals("gp3");
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("region", volume.id().region());
    values.put("availability_zone", volume.availabilityZone());
    values.put("size", volume.sizeGib());
    values.put("type", volume.volumeType());
    values.put("iops", gp3 ? volume.iops() : null);
    values.put("throughput", gp3 ? volume.throughput() : null);
    values.put("encrypted", volume.encrypted());
    values.put("kms_key_id", volume.kmsKeyId());
    values.put("snapshot_id", volume.snapshotId());
    values.put("multi_attach_enabled", volume.multiAttach());
    values.put("tags", new TreeMap<>(volume.tags()));
    return values;
  }

  private static Finding finding(
      String check, Resource resource, @Nullable String monthly, Map<String, Object> values) {
    Saving saving =
        monthly == null
            ? new Saving.Unpriced("not known")
            : new Saving.Priced(
                Money.usd(monthly),
                "by hand",
                "a price list",
                LocalDate.parse("2026-08-01"),
                Map.of(resource.id(), Money.usd(monthly)));
    return new Finding(
        check,
        Severity.of(saving),
        resource,
        saving,
        "wasted",
        Level.HIGH,
        Level.LOW,
        Level.MEDIUM,
        "undo it",
        values);
  }
}

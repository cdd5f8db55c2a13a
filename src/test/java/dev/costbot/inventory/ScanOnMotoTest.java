package dev.costbot.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.costbot.aws.MotoServer;
import dev.costbot.aws.MotoServerParameter;
import dev.costbot.model.EbsSnapshot;
import dev.costbot.model.EbsVolume;
import dev.costbot.model.Ec2Instance;
import dev.costbot.model.ElasticIp;
import dev.costbot.model.Inventory;
import dev.costbot.model.ResourceId;
import dev.costbot.model.ResourceType;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.InstanceType;
import software.amazon.awssdk.services.ec2.model.VolumeType;

@ExtendWith(MotoServerParameter.class)
class ScanOnMotoTest extends ScanContract {
  private static final String ACCOUNT = "210000000001";
  private static final String REGION = "ap-southeast-2";
  private static final String KEY = "arn:aws:kms:ap-southeast-2:210000000001:key/k1";

  private final MotoServer moto;
  private final AwsCredentialsProvider credentials;

  ScanOnMotoTest(MotoServer moto) {
    this.moto = moto;
    this.credentials = moto.account(ACCOUNT);
  }

  @Override
  URI endpoint() {
    return moto.endpoint();
  }

  @Override
  AwsCredentialsProvider credentials() {
    return credentials;
  }

  @Override
  String account() {
    return ACCOUNT;
  }

  @Test
  void carriesEveryAttributeOfAVolume() {
    String id;
    try (AwsClients clients = clients();
        RegionAccess region = clients.access(ACCOUNT, REGION, NOW)) {
      id =
          region
              .ec2()
              .createVolume(
                  request ->
                      request
                          .availabilityZone("ap-southeast-2b")
                          .size(1200)
                          .volumeType(VolumeType.GP3)
                          .iops(4000)
                          .throughput(250)
                          .encrypted(true)
                          .kmsKeyId(KEY))
              .volumeId();
      for (String time : List.of("2029-12-24T13:30:00Z", "2029-12-20T01:00:00Z")) {
        MetricDatum idle =
            MetricDatum.builder()
                .metricName("VolumeReadOps")
                .dimensions(Dimension.builder().name("VolumeId").value(id).build())
                .timestamp(Instant.parse(time))
                .value(0.0)
                .build();
        region
            .cloudWatch()
            .putMetricData(request -> request.namespace("AWS/EBS").metricData(List.of(idle)));
      }
    }
    moto.amend(
        """
        [{"id": "%s", "attributes": {"create_time": "2026-01-02T03:04:05Z"},
          "tags": {"Name": "größe <!channel>"}}]"""
            .formatted(id));

    EbsVolume volume = one(scan(Set.of(REGION)).of(EbsVolume.class), id);

    assertThat(volume)
        .isEqualTo(
            new EbsVolume(
                new ResourceId(ACCOUNT, REGION, ResourceType.EBS_VOLUME, id),
                Map.of("Name", "größe <!channel>"),
                "gp3",
                1200,
                "available",
                4000,
                250,
                Instant.parse("2026-01-02T03:04:05Z"),
                "ap-southeast-2b",
                true,
                KEY,
                null,
                false,
                null,
                List.of(),
                // 90 days before 31 January 2030; the day of the later datapoint.
                new EbsVolume.Activity(
                    Instant.parse("2029-11-02T00:00:00Z"), Instant.parse("2029-12-24T00:00:00Z"))));
  }

  @Test
  void carriesEveryAttributeOfAStoppedInstanceAndWhatHangsOnIt() {
    String instanceId;
    String imageId;
    String terminated;
    try (AwsClients clients = clients();
        Ec2Client ec2 = clients.ec2(REGION)) {
      instanceId = launch(ec2);
      terminated = launch(ec2);
      imageId = ec2.createImage(request -> request.instanceId(instanceId).name("golden")).imageId();
      ec2.stopInstances(request -> request.instanceIds(instanceId));
      ec2.terminateInstances(request -> request.instanceIds(terminated));
    }
    moto.amend(
        """
        [{"id": "%s", "attributes": {"launch_time": "2026-03-01T00:00:00Z",
          "_reason": "User initiated (2026-09-01 10:11:12 GMT)"}}]"""
            .formatted(instanceId));

    Inventory inventory = scan(Set.of(REGION));

    Ec2Instance instance = one(inventory.of(Ec2Instance.class), instanceId);
    assertThat(instance.state()).isEqualTo("stopped");
    assertThat(instance.instanceType()).isEqualTo("m5.large");
    assertThat(instance.launchedAt()).isEqualTo(Instant.parse("2026-03-01T00:00:00Z"));
    assertThat(instance.stoppedAt()).isEqualTo(Instant.parse("2026-09-01T10:11:12Z"));
    assertThat(instance.lifecycle()).isNull();
    assertThat(instance.availabilityZone()).isEqualTo("ap-southeast-2a");
    assertThat(instance.volumes()).hasSize(1);
    assertThat(instance.volumes().getFirst().deleteOnTermination()).isTrue();
    EbsVolume root = one(inventory.of(EbsVolume.class), instance.volumes().getFirst().volumeId());
    assertThat(root.attachedTo()).containsExactly(instanceId);
    assertThat(root.activity()).isNull();
    assertThat(inventory.of(Ec2Instance.class))
        .noneMatch(other -> other.id().id().equals(terminated));
    assertThat(inventory.of(EbsSnapshot.class))
        .anySatisfy(snapshot -> assertThat(snapshot.imageIds()).containsExactly(imageId));
  }

  @Test
  void carriesWhatAnArchivedSnapshotAndAManagedAddressSayOfThemselves() {
    String snapshotId;
    String addressId;
    try (AwsClients clients = clients();
        Ec2Client ec2 = clients.ec2(REGION)) {
      String volume =
          ec2.createVolume(request -> request.availabilityZone("ap-southeast-2a").size(80))
              .volumeId();
      snapshotId =
          ec2.createSnapshot(request -> request.volumeId(volume).description("before 2.0"))
              .snapshotId();
      addressId =
          ec2.allocateAddress(request -> request.domain("vpc").address("203.0.113.9"))
              .allocationId();
      moto.amend(
          """
          [{"id": "%s", "attributes": {"start_time": "2025-05-06T07:08:09Z",
            "storage_tier": "archive", "full_snapshot_size_in_bytes": 42949672960}},
           {"id": "%s", "attributes": {"service_managed": "alb"}}]"""
              .formatted(snapshotId, addressId));

      Inventory inventory = scan(Set.of(REGION));

      assertThat(one(inventory.of(EbsSnapshot.class), snapshotId))
          .isEqualTo(
              new EbsSnapshot(
                  new ResourceId(ACCOUNT, REGION, ResourceType.EBS_SNAPSHOT, snapshotId),
                  Map.of(),
                  volume,
                  80,
                  42_949_672_960L,
                  Instant.parse("2025-05-06T07:08:09Z"),
                  "completed",
                  "archive",
                  "before 2.0",
                  false,
                  List.of()));
      assertThat(one(inventory.of(ElasticIp.class), addressId))
          .isEqualTo(
              new ElasticIp(
                  new ResourceId(ACCOUNT, REGION, ResourceType.ELASTIC_IP, addressId),
                  Map.of(),
                  "203.0.113.9",
                  "amazon",
                  null,
                  null,
                  null,
                  "alb"));
    }
  }

  @Test
  void givesTheSameInventoryForTheSameAccountTwice() {
    assertThat(scan(REGIONS)).isEqualTo(scan(REGIONS));
  }

  private static String launch(Ec2Client ec2) {
    return ec2.runInstances(
            request ->
                request
                    .imageId("ami-12c6146b")
                    .instanceType(InstanceType.M5_LARGE)
                    .placement(place -> place.availabilityZone("ap-southeast-2a"))
                    .minCount(1)
                    .maxCount(1))
        .instances()
        .getFirst()
        .instanceId();
  }
}

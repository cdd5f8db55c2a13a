package dev.costbot.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.costbot.model.EbsSnapshot;
import dev.costbot.model.EbsVolume;
import dev.costbot.model.Ec2Instance;
import dev.costbot.model.ElasticIp;
import dev.costbot.model.Inventory;
import dev.costbot.model.Resource;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.InstanceType;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.VolumeType;

/** What a scan does against anything that answers like AWS. */
abstract class ScanContract {
  static final Set<String> REGIONS = Set.of("us-east-1", "eu-west-1");

  /**
   * Later than anything the emulators create, so that CloudWatch is asked for a window up to it.
   */
  static final Instant NOW = Instant.parse("2030-01-31T06:00:00Z");

  abstract URI endpoint();

  abstract AwsCredentialsProvider credentials();

  abstract String account();

  AwsClients clients() {
    return new AwsClients(credentials(), endpoint(), "us-east-1", Duration.ofSeconds(20));
  }

  Inventory scan(Set<String> regions) {
    try (AwsClients clients = clients()) {
      return new Scan(clients, InstantSource.fixed(NOW), ScanSettings.STANDARD)
          .run(regions, ScanProgress.SILENT);
    }
  }

  @Test
  void collectsWhatIsThereInEveryRegionThatIsAskedFor() {
    String volume;
    String snapshot;
    String address;
    String instance;
    try (AwsClients clients = clients();
        Ec2Client here = clients.ec2("us-east-1");
        Ec2Client there = clients.ec2("eu-west-1")) {
      volume =
          here.createVolume(
                  request ->
                      request.availabilityZone("us-east-1a").size(250).volumeType(VolumeType.GP2))
              .volumeId();
      here.createTags(
          request ->
              request
                  .resources(volume)
                  .tags(Tag.builder().key("Name").value("left-behind").build()));
      snapshot = there.createSnapshot(request -> request.volumeId(dataVolume(there))).snapshotId();
      address = there.allocateAddress(request -> request.domain("vpc")).allocationId();
      instance =
          here.runInstances(
                  request ->
                      request
                          .imageId("ami-12c6146b")
                          .instanceType(InstanceType.T3_MICRO)
                          .minCount(1)
                          .maxCount(1))
              .instances()
              .getFirst()
              .instanceId();
    }

    Inventory inventory = scan(REGIONS);

    assertThat(inventory.unread()).isEmpty();
    assertThat(inventory.accounts()).containsExactly(account());
    assertThat(inventory.regions()).containsExactly("eu-west-1", "us-east-1");
    assertThat(inventory.scannedAt()).isEqualTo(NOW);
    EbsVolume found = one(inventory.of(EbsVolume.class), volume);
    assertThat(found.id().region()).isEqualTo("us-east-1");
    assertThat(found.name()).isEqualTo("left-behind");
    assertThat(found.volumeType()).isEqualTo("gp2");
    assertThat(found.sizeGib()).isEqualTo(250);
    assertThat(found.state()).isEqualTo("available");
    assertThat(found.attachedTo()).isEmpty();
    assertThat(found.activity())
        .isEqualTo(new EbsVolume.Activity(Instant.parse("2029-11-02T00:00:00Z"), null));
    assertThat(one(inventory.of(EbsSnapshot.class), snapshot).imageIds()).isEmpty();
    assertThat(one(inventory.of(ElasticIp.class), address).associationId()).isNull();
    Ec2Instance machine = one(inventory.of(Ec2Instance.class), instance);
    assertThat(machine.instanceType()).isEqualTo("t3.micro");
    assertThat(machine.stoppedAt()).isNull();
  }

  private static String dataVolume(Ec2Client region) {
    return region
        .createVolume(request -> request.availabilityZone("eu-west-1a").size(20))
        .volumeId();
  }

  static <R extends Resource> R one(List<R> resources, String id) {
    List<R> found = resources.stream().filter(resource -> resource.id().id().equals(id)).toList();
    assertThat(found).as(id).hasSize(1);
    return found.getFirst();
  }
}

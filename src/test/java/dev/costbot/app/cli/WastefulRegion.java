package dev.costbot.app.cli;

import dev.costbot.aws.MotoServer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.InstanceType;
import software.amazon.awssdk.services.ec2.model.VolumeType;

/**
 * One thing of each kind that is wasted, beside one that only looks like it.
 *
 * @param waste check and id of each, as the reasons of the checks have it
 * @param oldSnapshot the snapshot among them
 * @param size how many resources there are
 */
record WastefulRegion(List<String> waste, String oldSnapshot, int size) {

  List<String> wasteWithoutSnapshots() {
    return waste.stream().filter(one -> !one.endsWith(oldSnapshot)).toList();
  }

  static WastefulRegion seed(MotoServer moto, AwsCredentialsProvider credentials, String region) {
    try (Ec2Client ec2 =
        Ec2Client.builder()
            .endpointOverride(moto.endpoint())
            .region(Region.of(region))
            .credentialsProvider(credentials)
            .httpClient(UrlConnectionHttpClient.create())
            .build()) {
      return new Seeds(moto, ec2, region + "a").seed();
    }
  }

  private record Seeds(MotoServer moto, Ec2Client ec2, String zone) {

    WastefulRegion seed() {
      String running = launch();
      String stoppedLong = launch();
      String stoppedNow = launch();
      ec2.stopInstances(stop -> stop.instanceIds(stoppedLong, stoppedNow));
      stopped(stoppedLong, 90);
      stopped(stoppedNow, 3);

      String attached = volume(VolumeType.GP3);
      ec2.attachVolume(a -> a.instanceId(running).volumeId(attached).device("/dev/sdf"));
      String attachedGp2 = volume(VolumeType.GP2);
      ec2.attachVolume(a -> a.instanceId(running).volumeId(attachedGp2).device("/dev/sdg"));
      String unattached = volume(VolumeType.GP3);

      String oldSnapshot = snapshot(attached);
      amend(oldSnapshot, "start_time", daysAgo(400).toString());
      snapshot(attached);

      String idle = ec2.allocateAddress(address -> address.domain("vpc")).allocationId();
      String used = ec2.allocateAddress(address -> address.domain("vpc")).allocationId();
      ec2.associateAddress(associate -> associate.allocationId(used).instanceId(running));

      return new WastefulRegion(
          List.of(
              "ec2-instance-stopped " + stoppedLong,
              "ebs-volume-gp2 " + attachedGp2,
              "ebs-volume-unattached " + unattached,
              "ebs-snapshot-old " + oldSnapshot,
              "elastic-ip-unassociated " + idle),
          oldSnapshot,
          // Three instances with a root volume each, three volumes, two snapshots, two addresses.
          13);
    }

    private String launch() {
      String id =
          ec2.runInstances(
                  run ->
                      run.imageId("ami-12c6146b")
                          .instanceType(InstanceType.M5_LARGE)
                          .placement(place -> place.availabilityZone(zone))
                          .minCount(1)
                          .maxCount(1))
              .instances()
              .getFirst()
              .instanceId();
      String root =
          ec2.describeInstances(describe -> describe.instanceIds(id))
              .reservations()
              .getFirst()
              .instances()
              .getFirst()
              .blockDeviceMappings()
              .getFirst()
              .ebs()
              .volumeId();
      // Whatever moto takes by default.
      amend(root, "volume_type", "gp3");
      return id;
    }

    private String volume(VolumeType type) {
      return ec2.createVolume(make -> make.availabilityZone(zone).size(100).volumeType(type))
          .volumeId();
    }

    private String snapshot(String volume) {
      return ec2.createSnapshot(take -> take.volumeId(volume)).snapshotId();
    }

    private void stopped(String instance, int days) {
      String when = daysAgo(days).toString().replace("T", " ").replace("Z", " GMT");
      amend(instance, "_reason", "User initiated (" + when + ")");
    }

    private void amend(String id, String attribute, String value) {
      moto.amend(
          "[{\"id\": \"%s\", \"attributes\": {\"%s\": \"%s\"}}]".formatted(id, attribute, value));
    }

    private static Instant daysAgo(int days) {
      return Instant.now().minus(days, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
    }
  }
}

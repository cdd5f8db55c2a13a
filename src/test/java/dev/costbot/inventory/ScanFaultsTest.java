package dev.costbot.inventory;

import static dev.costbot.aws.FaultyProxy.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.costbot.aws.FaultyProxy;
import dev.costbot.aws.FaultyProxy.Reply;
import dev.costbot.aws.MotoServer;
import dev.costbot.aws.MotoServerParameter;
import dev.costbot.model.EbsSnapshot;
import dev.costbot.model.EbsVolume;
import dev.costbot.model.ElasticIp;
import dev.costbot.model.Inventory;
import dev.costbot.model.Unread;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.services.ec2.Ec2Client;

/**
 * Two regions with a volume, its snapshot and an address each, and an AWS that does not play along.
 */
@ExtendWith(MotoServerParameter.class)
class ScanFaultsTest {
  private static final String ACCOUNT = "210000000002";
  private static final String HERE = "us-east-1";
  private static final String THERE = "eu-west-1";
  private static final Instant NOW = Instant.parse("2026-11-20T06:00:00Z");
  private static final Reply REFUSED =
      Reply.ec2Error(403, "UnauthorizedOperation", "You are not authorized.");

  private final AwsCredentialsProvider credentials;
  private final FaultyProxy proxy;

  ScanFaultsTest(MotoServer moto) {
    credentials = moto.account(ACCOUNT);
    proxy = new FaultyProxy(moto.endpoint());
  }

  @BeforeEach
  void seedOnce() {
    try (AwsClients clients = clients()) {
      for (String region : List.of(HERE, THERE)) {
        try (Ec2Client ec2 = clients.ec2(region)) {
          if (ec2.describeAddresses().addresses().isEmpty()) {
            String volume =
                ec2.createVolume(request -> request.availabilityZone(region + "a").size(50))
                    .volumeId();
            ec2.createSnapshot(request -> request.volumeId(volume));
            ec2.allocateAddress(request -> request.domain("vpc"));
          }
        }
      }
    }
  }

  @AfterEach
  void closeProxy() {
    proxy.close();
  }

  @Test
  void aRefusedReadIsUnreadAndTheRestArrives() {
    proxy.answer("DescribeVolumes", THERE, REFUSED);

    Inventory inventory = scan();

    assertThat(inventory.unread())
        .containsExactly(
            new Unread(
                ACCOUNT,
                THERE,
                "ec2",
                "DescribeVolumes refused (UnauthorizedOperation): allow ec2:DescribeVolumes in"
                    + " the role's policy"));
    assertThat(inventory.of(EbsVolume.class))
        .extracting(volume -> volume.id().region())
        .containsExactly(HERE);
    assertThat(inventory.of(EbsSnapshot.class)).hasSize(2);
    assertThat(inventory.of(ElasticIp.class)).hasSize(2);
  }

  @Test
  void aRefusalByTheOrganizationIsCalledThat() {
    proxy.answer(
        "DescribeAddresses",
        HERE,
        Reply.ec2Error(
            403,
            "UnauthorizedOperation",
            "not authorized with an explicit deny in a service control policy"));

    assertThat(scan().unread())
        .extracting(Unread::reason)
        .containsExactly(
            "DescribeAddresses refused (UnauthorizedOperation): a service control policy of the"
                + " organization denies ec2:DescribeAddresses here");
  }

  @Test
  void throttlingIsSatOut() {
    proxy.answer(
        "DescribeVolumes",
        HERE,
        2,
        Reply.ec2Error(503, "RequestLimitExceeded", "Request limit exceeded."));

    Inventory inventory = scan();

    assertThat(inventory.unread()).isEmpty();
    assertThat(inventory.of(EbsVolume.class)).hasSize(2);
    assertThat(proxy.calls("DescribeVolumes")).filteredOn(c -> c.region().equals(HERE)).hasSize(3);
  }

  @Test
  void aRegionThatHangsIsUnreadAtTheDeadlineAndTheOtherArrives() {
    proxy.hang(call -> call.region().equals(THERE) && call.action().startsWith("Describe"));
    List<String> progress = new ArrayList<>();
    long start = System.nanoTime();

    Inventory inventory;
    try (AwsClients clients = clients()) {
      inventory =
          new Scan(
                  clients,
                  InstantSource.fixed(NOW),
                  ScanSettings.STANDARD.within(Duration.ofSeconds(4)))
              .run(
                  Set.of(HERE, THERE),
                  (region, done, total) -> progress.add(region + " " + done + "/" + total));
    }

    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isBetween(Duration.ofSeconds(4), Duration.ofSeconds(10));
    assertThat(inventory.unread())
        .containsExactly(
            new Unread(ACCOUNT, THERE, "ec2", "DescribeAddresses: not read in time"),
            new Unread(ACCOUNT, THERE, "ec2", "DescribeInstances: not read in time"),
            new Unread(ACCOUNT, THERE, "ec2", "DescribeSnapshots: not read in time"),
            new Unread(ACCOUNT, THERE, "ec2", "DescribeVolumes: not read in time"));
    assertThat(inventory.resources())
        .hasSize(3)
        .allMatch(resource -> resource.id().region().equals(HERE));
    assertThat(progress).containsExactly(HERE + " 1/2");
  }

  @Test
  void volumesStayWhenTheirMetricsHang() {
    proxy.hang(at("GetMetricData", HERE));

    Inventory inventory;
    try (AwsClients clients = clients()) {
      inventory =
          new Scan(
                  clients,
                  InstantSource.fixed(NOW),
                  ScanSettings.STANDARD.within(Duration.ofSeconds(4)))
              .run(Set.of(HERE), ScanProgress.SILENT);
    }

    assertThat(inventory.unread())
        .containsExactly(
            new Unread(ACCOUNT, HERE, "cloudwatch", "GetMetricData: not read in time"));
    assertThat(inventory.of(EbsVolume.class)).hasSize(1);
    assertThat(inventory.of(EbsVolume.class).getFirst().activity()).isNull();
  }

  @Test
  void volumesStayWhenTheirMetricsAreRefused() {
    proxy.answer("GetMetricData", HERE, Reply.queryError(403, "AccessDenied", "no"));

    Inventory inventory = scan();

    assertThat(inventory.unread())
        .containsExactly(
            new Unread(
                ACCOUNT,
                HERE,
                "cloudwatch",
                "GetMetricData refused (AccessDenied): allow cloudwatch:GetMetricData in the"
                    + " role's policy"));
    assertThat(inventory.of(EbsVolume.class)).hasSize(2);
  }

  @Test
  void snapshotsStayWhenImagesAreRefusedAndNobodyKnowsTheirImages() {
    proxy.answer("DescribeImages", HERE, REFUSED);

    Inventory inventory = scan();

    assertThat(inventory.unread())
        .containsExactly(
            new Unread(
                ACCOUNT,
                HERE,
                "ec2",
                "DescribeImages refused (UnauthorizedOperation): allow ec2:DescribeImages in the"
                    + " role's policy"));
    assertThat(inventory.of(EbsSnapshot.class))
        .extracting(snapshot -> snapshot.id().region() + " " + snapshot.imageIds())
        .containsExactly(THERE + " []", HERE + " null");
  }

  @Test
  void aTornAnswerIsUnread() {
    proxy.answer("DescribeVolumes", HERE, Reply.xml("<DescribeVolumesResponse><volumeSet><item>"));

    Inventory inventory = scan();

    assertThat(inventory.unread())
        .hasSize(1)
        .first()
        .satisfies(
            unread -> {
              assertThat(unread.region()).isEqualTo(HERE);
              assertThat(unread.reason()).startsWith("DescribeVolumes gave no usable answer (");
            });
    assertThat(inventory.of(EbsVolume.class)).hasSize(1);
  }

  @Test
  void aPageThatIsNotEc2sIsNotTakenForAnEmptyRegion() {
    proxy.answer("DescribeVolumes", HERE, Reply.xml("<html><body>Sign in</body></html>"));

    assertThat(scan().unread())
        .extracting(Unread::reason)
        .containsExactly(
            "DescribeVolumes gave no usable answer (the answer is not EC2's): try again later");
  }

  @Test
  void anOddVolumeIsLeftOutAndCountedAndTheOthersStay() {
    proxy.answer(
        "DescribeVolumes",
        HERE,
        Reply.xml(
            """
            <DescribeVolumesResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/">
            <requestId>r-1</requestId><volumeSet>
            <item><volumeId>vol-1</volumeId><size>-5</size><volumeType>gp2</volumeType>\
            <status>available</status><createTime>2026-01-01T00:00:00Z</createTime></item>
            <item><volumeId>vol-2</volumeId><size>5</size><status>available</status>\
            <createTime>2026-01-01T00:00:00Z</createTime></item>
            <item><volumeId>vol-3</volumeId><size>5</size><volumeType>gp9</volumeType>\
            <status>resting</status><createTime>2026-01-01T00:00:00Z</createTime></item>
            </volumeSet></DescribeVolumesResponse>"""));

    Inventory inventory = scan();

    assertThat(inventory.unread())
        .extracting(Unread::reason)
        .containsExactly(
            "DescribeVolumes described 2 of 3 in a way that makes no sense (vol-1 has a size of -5"
                + " GiB): left out");
    assertThat(inventory.of(EbsVolume.class))
        .filteredOn(volume -> volume.id().region().equals(HERE))
        .singleElement()
        .satisfies(
            volume -> {
              assertThat(volume.id().id()).isEqualTo("vol-3");
              assertThat(volume.volumeType()).isEqualTo("gp9");
              assertThat(volume.state()).isEqualTo("resting");
            });
  }

  @Test
  void scansAllEnabledRegionsWhenNoneIsGiven() {
    proxy.answer(
        "DescribeRegions",
        call ->
            Reply.xml(
                """
                <DescribeRegionsResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/">
                <requestId>r-1</requestId><regionInfo>
                <item><regionName>us-east-1</regionName></item>
                <item><regionName>eu-west-1</regionName></item>
                </regionInfo></DescribeRegionsResponse>"""));

    Inventory inventory = scan(Set.of());

    assertThat(inventory.regions()).containsExactly(THERE, HERE);
    assertThat(inventory.resources()).hasSize(6);
    assertThat(proxy.calls("DescribeRegions"))
        .singleElement()
        .satisfies(call -> assertThat(call.parameters()).containsEntry("AllRegions", "false"));
  }

  @Test
  void scansTheRegionThatIsSetWhenTheRegionsAreRefused() {
    proxy.answer("DescribeRegions", HERE, REFUSED);

    Inventory inventory = scan(Set.of());

    assertThat(inventory.regions()).containsExactly(HERE);
    assertThat(inventory.resources()).hasSize(3);
    assertThat(inventory.unread())
        .containsExactly(
            new Unread(
                ACCOUNT,
                "all",
                "ec2",
                "DescribeRegions refused (UnauthorizedOperation): allow ec2:DescribeRegions in"
                    + " the role's policy; only us-east-1 was scanned"));
  }

  @Test
  void anExpiredSessionSaysWhatToDo() {
    proxy.answer(
        "GetCallerIdentity", HERE, Reply.queryError(403, "ExpiredToken", "The token expired"));

    assertThatThrownBy(this::scan)
        .isInstanceOf(AccountUnknownException.class)
        .hasMessage(
            "The AWS session has expired: sign in again, for example with `aws sso login`.");
  }

  @Test
  void unknownKeysSayWhatToCheck() {
    proxy.answer(
        "GetCallerIdentity", HERE, Reply.queryError(403, "InvalidClientTokenId", "invalid"));

    assertThatThrownBy(this::scan)
        .isInstanceOf(AccountUnknownException.class)
        .hasMessageContaining("check AWS_PROFILE");
  }

  @Test
  void refusesARegionThatWouldChangeTheHost() {
    assertThatThrownBy(() -> scan(Set.of("eu-west-1.evil.example/#")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(proxy.calls("GetCallerIdentity")).isEmpty();
  }

  private Inventory scan() {
    return scan(Set.of(HERE, THERE));
  }

  private Inventory scan(Set<String> regions) {
    try (AwsClients clients = clients()) {
      return new Scan(clients, InstantSource.fixed(NOW), ScanSettings.STANDARD)
          .run(regions, ScanProgress.SILENT);
    }
  }

  private AwsClients clients() {
    return new AwsClients(credentials, proxy.endpoint(), HERE, Duration.ofSeconds(20));
  }
}

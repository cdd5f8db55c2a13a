package dev.costbot.advisor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.costbot.model.Inquiry.Scope;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScopesTest {
  private final Scopes scopes = new Scopes(HandMade.KNOWLEDGE);

  @ParameterizedTest
  @CsvSource({
    "in eu-west-1, eu-west-1",
    "EU-West-1 and us-gov-west-1, eu-west-1 us-gov-west-1",
    "in Ireland?, eu-west-1",
    "N. Virginia or Ohio, us-east-2 us-east-1",
    "Frankfurt, eu-central-1",
    "ap-southeast-2 (Sydney), ap-southeast-2",
    "in the zone eu-west-1a, eu-west-1",
    "Zürich, eu-central-2"
  })
  void findsRegionsByCodeAndByName(String text, String regions) {
    assertThat(scopes.find(new Words(text)).regions()).containsExactly(regions.split(" ", -1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"us-east", "eu-west-1-lax", "irelande", "x-eu-west-1", "comparison"})
  void takesNoOtherWordForARegion(String text) {
    assertThat(scopes.find(new Words(text)).regions()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "gp2, ebs-volume-gp2",
    "gp2 volumes, ebs-volume-gp2",
    "volumes, ebs-volume-gp2 ebs-volume-unattached",
    "EBS, ebs-snapshot-old ebs-volume-gp2 ebs-volume-unattached",
    "EBS volumes, ebs-volume-gp2 ebs-volume-unattached",
    "ebs snapshots, ebs-snapshot-old",
    "unattached disks, ebs-volume-unattached",
    "orphaned, ebs-volume-unattached",
    "backups, ebs-snapshot-old",
    "stopped, ec2-instance-stopped",
    "servers that are turned off, ec2-instance-stopped",
    "EIPs, elastic-ip-unassociated",
    "public IPv4 addresses, elastic-ip-unassociated",
    "unattached elastic ips, elastic-ip-unassociated",
    "gp2 volumes and stopped instances, ebs-volume-gp2 ec2-instance-stopped",
    "unattached volumes and old snapshots, ebs-snapshot-old ebs-volume-unattached",
    "ebs-volume-gp2, ebs-volume-gp2",
    "'fix ebs-snapshot-old, not the volumes', ebs-snapshot-old"
  })
  void findsTheChecksOfWhatIsNamed(String text, String checks) {
    assertThat(scopes.find(new Words(text)).checks()).containsExactly(checks.split(" ", -1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "what are we wasting?",
        "RDS instances",
        "database servers",
        "gp22",
        "snapshotted",
        "tips"
      })
  void findsNoCheckWhereNoneIsMeant(String text) {
    assertThat(scopes.find(new Words(text)).checks()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "S3, S3",
    "our databases, Aurora and RDS",
    "S3 and Lambda, Lambda S3",
    "kubernetes, EKS",
    "load balancers, load balancers",
    "NAT gateways, NAT gateways",
    "EC2, EC2",
    "ebs, EBS"
  })
  void findsServicesByWhatPeopleCallThem(String text, String names) {
    List<String> found =
        scopes.find(new Words(text)).services().stream().map(Services::name).toList();
    assertThat(String.join(" ", found)).isEqualTo(names);
  }

  @Test
  void onlyEc2AndEbsAreJudged() {
    List<String> judged =
        scopes.find(new Words("ec2, ebs, s3, nat gateways, rds")).services().stream()
            .filter(Services::isJudged)
            .map(Services::name)
            .toList();
    assertThat(judged).containsExactlyInAnyOrder("EC2", "EBS");
  }

  @ParameterizedTest
  @CsvSource({
    "above 10 USD, 10",
    "over $100, 100",
    "over 100 dollars, 100",
    "'more than 1,000', 1000",
    "at least 12.50, 12.50",
    "above 2k, 2000",
    "> 5, 5",
    "more than 3 days,",
    "older than 90 days,",
    "over 100 GB,",
    "over 500 gib,",
    "more than 10 findings,",
    "over the last 30 days,",
    "over 20%,"
  })
  void findsTheLeastSaving(String text, @Nullable String amount) {
    assertThat(scopes.find(new Words(text)).minimumSaving())
        .isEqualTo(amount == null ? null : new java.math.BigDecimal(amount));
  }

  @Test
  void findsAccountsAndResources() {
    Scope scope =
        scopes.find(
            new Words(
                "vol-0a1b2c3d4e5f60718, i-0a1b2c3d and snap-0a1b2c3d4e5f60718 of 123456789012?"));

    assertThat(scope.accounts()).containsExactly("123456789012");
    assertThat(scope.resources())
        .containsExactly("vol-0a1b2c3d4e5f60718", "i-0a1b2c3d", "snap-0a1b2c3d4e5f60718");
  }

  @ParameterizedTest
  @CsvSource({
    "only the biggest three, TOP 3",
    "top 5, TOP 5",
    "just 2, TOP 2",
    "show me 20, TOP 20",
    "the 3 worst, TOP 3",
    "the biggest one, TOP 1",
    "the first one, TOP 1",
    "the second one, NTH 2",
    "number 4, NTH 4",
    "#4, NTH 4",
    "the next 10, NEXT 10",
    "the next ones, NEXT",
    "more, NEXT",
    "show more please, NEXT",
    "the rest, NEXT",
    "next page, NEXT",
    "show all, TOP 10000",
    "all of them, TOP 10000"
  })
  void findsThePartOfAList(String text, String expected) {
    assertThat(ListPart.find(new Words(text)))
        .hasValueSatisfying(part -> assertThat(described(part)).isEqualTo(expected));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "what's the best way to fix this?",
        "the first week of november",
        "why did EC2 get more expensive?",
        "tell me more about gp2",
        "the next 7 days",
        "next month",
        "what should we do next?",
        "more than 100 dollars",
        "the second half of october",
        "volumes"
      })
  void takesNothingElseForAPart(String text) {
    assertThat(ListPart.find(new Words(text))).isEmpty();
  }

  private static String described(ListPart part) {
    return String.join(
            " ",
            Arrays.asList(
                part.kind().name(), part.number() == null ? "" : part.number().toString()))
        .strip();
  }
}

package dev.costbot.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PermissionsTest {
  @Test
  void namesEveryActionOfAScan() {
    assertThat(Permissions.ofScan())
        .containsExactly(
            "cloudwatch:GetMetricData",
            "ec2:DescribeAddresses",
            "ec2:DescribeImages",
            "ec2:DescribeInstances",
            "ec2:DescribeRegions",
            "ec2:DescribeSnapshots",
            "ec2:DescribeVolumes",
            "sts:GetCallerIdentity");
  }
}

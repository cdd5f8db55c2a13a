package dev.costbot.inventory;

import dev.costbot.model.Collected;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Region;

/** The regions that are enabled for the account. */
final class EnabledRegions {
  static final AwsOperation OPERATION = new AwsOperation("ec2", "DescribeRegions");

  private EnabledRegions() {}

  static Collected<String> read(Ec2Client ec2) {
    return OPERATION.attempt(
        () ->
            Ec2Answers.genuine(ec2.describeRegions(request -> request.allRegions(false)))
                .regions()
                .stream()
                .map(Region::regionName)
                .sorted()
                .toList());
  }
}

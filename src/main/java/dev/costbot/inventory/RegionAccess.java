package dev.costbot.inventory;

import dev.costbot.model.ResourceId;
import dev.costbot.model.ResourceType;
import java.time.Instant;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.ec2.Ec2Client;

/**
 * One region of one account, as a collector sees it.
 *
 * @param scannedAt the "now" of the whole scan
 */
record RegionAccess(
    String account, String region, Instant scannedAt, Ec2Client ec2, CloudWatchClient cloudWatch)
    implements AutoCloseable {

  ResourceId id(ResourceType type, String id) {
    return new ResourceId(account, region, type, id);
  }

  @Override
  public void close() {
    ec2.close();
    cloudWatch.close();
  }
}

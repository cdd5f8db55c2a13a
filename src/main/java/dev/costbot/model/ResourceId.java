package dev.costbot.model;

/**
 * Where a resource is and how AWS calls it.
 *
 * @param account twelve digits
 * @param region e.g. {@code eu-west-1}
 * @param id what Terraform imports by, e.g. {@code vol-0a1b} or {@code eipalloc-0a1b}
 */
public record ResourceId(String account, String region, ResourceType type, String id) {

  /**
   * The ARN as the EC2 page of AWS's Service Authorization Reference gives it (a snapshot's names
   * no account).
   */
  public String arn() {
    String owner = type == ResourceType.EBS_SNAPSHOT ? "" : account;
    return "arn:%s:ec2:%s:%s:%s/%s".formatted(partition(), region, owner, type.arnType(), id);
  }

  private String partition() {
    if (region.startsWith("cn-")) {
      return "aws-cn";
    }
    return region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
  }
}

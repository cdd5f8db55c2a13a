package dev.costbot.model;

/** A kind of AWS resource, with the words AWS and Terraform use for it. */
public enum ResourceType {
  EC2_INSTANCE("instance", "EC2 instance", "aws_instance"),
  EBS_VOLUME("volume", "EBS volume", "aws_ebs_volume"),
  EBS_SNAPSHOT("snapshot", "EBS snapshot", "aws_ebs_snapshot"),
  ELASTIC_IP("elastic-ip", "Elastic IP address", "aws_eip");

  private final String arnType;
  private final String title;
  private final String terraformType;

  ResourceType(String arnType, String title, String terraformType) {
    this.arnType = arnType;
    this.title = title;
    this.terraformType = terraformType;
  }

  /** The resource part of its ARN, e.g. {@code volume}. */
  public String arnType() {
    return arnType;
  }

  public String title() {
    return title;
  }

  public String terraformType() {
    return terraformType;
  }
}

package dev.costbot.model;

import java.util.Map;

/** Something in an AWS account that may cost money, as it was when it was scanned. */
public sealed interface Resource permits Ec2Instance, EbsVolume, EbsSnapshot, ElasticIp {
  ResourceId id();

  /** Tags as AWS gives them: text by strangers, to be escaped wherever it is shown. */
  Map<String, String> tags();

  /** The {@code Name} tag, or empty. */
  default String name() {
    return tags().getOrDefault("Name", "");
  }
}

package dev.costbot.checks;

import java.util.Map;
import java.util.TreeMap;

/** Tags as Terraform manages them. */
final class Tags {
  private Tags() {}

  /** Without those AWS sets by itself, which nobody else may set. */
  static Map<String, Object> own(Map<String, String> tags) {
    Map<String, Object> own = new TreeMap<>(tags);
    own.keySet().removeIf(key -> key.startsWith("aws:"));
    return own;
  }
}

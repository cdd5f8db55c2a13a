package dev.costbot.model;

import java.util.Map;

/**
 * A waste that was found.
 *
 * @param check the id of the check
 * @param undo how to take the fix back, in words
 * @param fixValues as in {@link Verdict.Waste#fixValues()}
 */
public record Finding(
    String check,
    Severity severity,
    Resource resource,
    Saving saving,
    String reason,
    Level confidence,
    Level effort,
    Level risk,
    String undo,
    Map<String, Object> fixValues) {

  /** Stable from scan to scan: check, account, region and resource. */
  public String id() {
    ResourceId of = resource.id();
    return String.join(":", check, of.account(), of.region(), of.id());
  }
}

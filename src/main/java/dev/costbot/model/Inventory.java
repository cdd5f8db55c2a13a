package dev.costbot.model;

import java.time.Instant;
import java.util.List;

/**
 * The result of one scan: what is there, and what could not be read.
 *
 * @param accounts account ids that were scanned
 * @param regions regions that were scanned
 */
public record Inventory(
    List<String> accounts,
    List<String> regions,
    Instant scannedAt,
    List<Resource> resources,
    List<Unread> unread) {
  public Inventory {
    accounts = List.copyOf(accounts);
    regions = List.copyOf(regions);
    resources = List.copyOf(resources);
    unread = List.copyOf(unread);
  }

  /** All resources of one kind, in the order of the scan. */
  public <R extends Resource> List<R> of(Class<R> kind) {
    return resources.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}

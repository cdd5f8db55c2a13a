package dev.costbot.inventory;

import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** The IAM actions that a scan uses; the role of the deployment has to allow exactly these. */
public final class Permissions {
  private Permissions() {}

  public static SortedSet<String> ofScan() {
    SortedSet<String> permissions =
        new TreeSet<>(Set.of(EnabledRegions.OPERATION.permission(), Caller.OPERATION.permission()));
    Scan.COLLECTORS.forEach(collector -> permissions.addAll(collector.permissions()));
    return permissions;
  }
}

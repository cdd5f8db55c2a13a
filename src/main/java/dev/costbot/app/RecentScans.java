package dev.costbot.app;

import dev.costbot.cost.CallCount;
import dev.costbot.cost.CostSource;
import dev.costbot.inventory.ScanProgress;
import dev.costbot.model.Inventory;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Reuses a fresh scan: a conversation is about one state of the account, and the next question in
 * it need not wait.
 */
public final class RecentScans implements AccountSource {
  private final AccountSource source;
  private final Duration fresh;
  private final Map<Set<String>, Inventory> scans = new HashMap<>();

  public RecentScans(AccountSource source, Duration fresh) {
    this.source = source;
    this.fresh = fresh;
  }

  @Override
  public String name() {
    return source.name();
  }

  @Override
  public InstantSource time() {
    return source.time();
  }

  @Override
  public synchronized Inventory inventory(Set<String> regions, ScanProgress progress) {
    Instant oldest = source.time().instant().minus(fresh);
    Inventory known = scans.get(regions);
    // What could not be read may be readable now: an incomplete scan is not reused.
    if (known == null || !known.unread().isEmpty() || known.scannedAt().isBefore(oldest)) {
      known = source.inventory(regions, progress);
      scans.put(Set.copyOf(regions), known);
    }
    return known;
  }

  @Override
  public CostSource costs(CallCount calls) {
    return source.costs(calls);
  }
}

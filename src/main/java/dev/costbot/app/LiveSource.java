package dev.costbot.app;

import dev.costbot.cost.CachedCostSource;
import dev.costbot.cost.CallCount;
import dev.costbot.cost.CostCache;
import dev.costbot.cost.CostExplorerSource;
import dev.costbot.cost.CostSource;
import dev.costbot.inventory.AwsClients;
import dev.costbot.inventory.Scan;
import dev.costbot.inventory.ScanProgress;
import dev.costbot.inventory.ScanSettings;
import dev.costbot.model.Inventory;
import java.time.InstantSource;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.costexplorer.CostExplorerClient;

/** An AWS account, by the SDK's standard settings. */
public final class LiveSource implements AccountSource {
  private final InstantSource time;
  private final AwsClients clients;
  private final ScanSettings settings;
  private final CostExplorerClient costExplorer;
  private final CostCache cache;
  private final String endpoint;
  private @Nullable String account;

  /**
   * @param cache keeps the bill, so that a conversation costs one call
   * @param endpoint what the environment sets for {@code AWS_ENDPOINT_URL}; empty for AWS itself
   */
  public LiveSource(
      AwsClients clients,
      ScanSettings settings,
      CostExplorerClient costExplorer,
      CostCache cache,
      String endpoint,
      InstantSource time) {
    this.clients = clients;
    this.settings = settings;
    this.costExplorer = costExplorer;
    this.cache = cache;
    this.endpoint = endpoint;
    this.time = time;
  }

  @Override
  public String name() {
    return "live";
  }

  @Override
  public InstantSource time() {
    return time;
  }

  @Override
  public Inventory inventory(Set<String> regions, ScanProgress progress) {
    return new Scan(clients, time, settings).run(regions, progress);
  }

  @Override
  public CostSource costs(CallCount calls) {
    CostSource source = new CostExplorerSource(costExplorer, time, calls);
    // Whose bill it is decides what is cached where: asked only when a bill is wanted.
    return (from, to) ->
        new CachedCostSource(source, cache, account() + "@" + endpoint, time).fetch(from, to);
  }

  private synchronized String account() {
    if (account == null) {
      account = clients.account();
    }
    return account;
  }
}

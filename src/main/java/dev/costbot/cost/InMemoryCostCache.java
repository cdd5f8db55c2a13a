package dev.costbot.cost;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A cache for one process. */
public final class InMemoryCostCache implements CostCache {
  private final Map<String, Kept> kept = new ConcurrentHashMap<>();

  @Override
  public Optional<byte[]> get(String key, Instant now) {
    kept.values().removeIf(value -> !now.isBefore(value.expires()));
    return Optional.ofNullable(kept.get(key)).map(value -> value.bytes().clone());
  }

  @Override
  public void put(String key, byte[] value, Instant expires) {
    kept.put(key, new Kept(value.clone(), expires));
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Kept(byte[] bytes, Instant expires) {}
}

package dev.costbot.cost;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/** Keeps bytes until they expire. What it lost, or never took, is fetched again. */
public interface CostCache {

  /**
   * What was put under the key; empty when there is nothing, or nothing that holds at {@code now}.
   */
  Optional<byte[]> get(String key, Instant now) throws IOException;

  /** Replaces what the key stood for. A cache may decline what is too large for it. */
  void put(String key, byte[] value, Instant expires) throws IOException;
}

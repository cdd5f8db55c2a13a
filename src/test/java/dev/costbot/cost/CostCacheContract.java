package dev.costbot.cost;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What every cache has to do. */
abstract class CostCacheContract {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

  /** An empty cache. */
  abstract CostCache cache() throws Exception;

  @Test
  void givesBackWhatWasPut() throws Exception {
    CostCache cache = cache();
    byte[] bytes = new byte[100_000];
    new Random(7).nextBytes(bytes);

    cache.put("cost-1#123456789012#2026-11-20#a/b", bytes, NOON.plusSeconds(60));

    assertThat(cache.get("cost-1#123456789012#2026-11-20#a/b", NOON)).hasValue(bytes);
  }

  @Test
  void hasNothingUnderAKeyThatWasNeverPut() throws Exception {
    CostCache cache = cache();
    cache.put("one", "1".getBytes(UTF_8), NOON.plusSeconds(60));

    assertThat(cache.get("two", NOON)).isEmpty();
  }

  @Test
  void forgetsAtTheSecondItExpires() throws Exception {
    CostCache cache = cache();
    cache.put("key", "1".getBytes(UTF_8), NOON.plusSeconds(60));

    assertThat(cache.get("key", NOON.plusSeconds(59))).hasValue("1".getBytes(UTF_8));
    assertThat(cache.get("key", NOON.plusSeconds(60))).isEmpty();
  }

  @Test
  void replacesWhatWasThere() throws Exception {
    CostCache cache = cache();
    cache.put("key", "old".getBytes(UTF_8), NOON.plusSeconds(60));
    cache.put("key", "new".getBytes(UTF_8), NOON.plusSeconds(120));

    assertThat(cache.get("key", NOON.plusSeconds(90))).hasValue("new".getBytes(UTF_8));
  }

  @Test
  void keepsManyKeysApart() throws Exception {
    CostCache cache = cache();
    cache.put("../one", "1".getBytes(UTF_8), NOON.plusSeconds(60));
    cache.put("one", "2".getBytes(UTF_8), NOON.plusSeconds(60));

    assertThat(cache.get("../one", NOON)).hasValue("1".getBytes(UTF_8));
    assertThat(cache.get("one", NOON)).hasValue("2".getBytes(UTF_8));
  }
}

package dev.costbot.cost;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileCostCacheTest extends CostCacheContract {
  @TempDir private Path folder;

  @Override
  CostCache cache() {
    return new FileCostCache(folder.resolve("made/when/needed"));
  }

  @Test
  void isReadableByItsOwnerOnly() throws Exception {
    new FileCostCache(folder).put("key", "1".getBytes(UTF_8), Instant.now().plusSeconds(60));

    assertThat(files()).hasSize(1);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(files().getFirst())))
        .isEqualTo("rw-------");
  }

  @Test
  void lastsFromOneRunToTheNext() throws Exception {
    Instant now = Instant.parse("2026-11-20T12:00:00Z");
    new FileCostCache(folder).put("key", "1".getBytes(UTF_8), now.plusSeconds(60));

    assertThat(new FileCostCache(folder).get("key", now)).hasValue("1".getBytes(UTF_8));
  }

  @Test
  void sweepsOutWhatExpiredLongAgo() throws Exception {
    CostCache cache = new FileCostCache(folder);
    Instant monday = Instant.parse("2026-11-16T12:00:00Z");
    cache.put("monday", "1".getBytes(UTF_8), monday);
    cache.put("friday", "2".getBytes(UTF_8), monday.plusSeconds(4 * 24 * 3600));

    assertThat(files()).hasSize(1);
  }

  private List<Path> files() throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}

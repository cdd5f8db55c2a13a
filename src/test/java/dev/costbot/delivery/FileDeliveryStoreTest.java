package dev.costbot.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileDeliveryStoreTest extends DeliveryStoreContract {
  private static final Instant NOON = Instant.parse("2026-11-16T12:00:00Z");

  @TempDir Path folder = Path.of("");

  /** A new one each time: what counts is in the files. */
  @Override
  DeliveryStore store() {
    return new FileDeliveryStore(folder.resolve("questions"));
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("questions"))) {
      return files.filter(file -> file.toString().endsWith(".json")).toList();
    }
  }

  @Test
  void keepsFilesToTheirOwnerAndForgetsWhatWasPosted() throws IOException {
    Claim.Granted granted =
        (Claim.Granted) store().claim("e1", "{\"secret\":1}", NOON, NOON.plusSeconds(30));
    store().answered(granted.lease(), "the answer");
    assertThat(Files.getPosixFilePermissions(files().getFirst()))
        .extracting(Enum::name)
        .containsExactlyInAnyOrder("OWNER_READ", "OWNER_WRITE");
    store().posting(granted.lease());
    store().posted(granted.lease(), null);

    assertThat(Files.readString(files().getFirst()))
        .contains("\"POSTED\"")
        .doesNotContain("secret")
        .doesNotContain("the answer");
  }

  @Test
  void removesFilesAfterTwoDays() throws IOException {
    DeliveryStore store = store();
    store.accept("old", "{}", NOON.minus(Duration.ofDays(2)));
    store.accept("young", "{}", NOON.minus(Duration.ofHours(2)));
    assertThat(files()).hasSize(2);
    store.accept("new", "{}", NOON);

    assertThat(files()).hasSize(2);
    assertThat(store.unfinished(NOON)).extracting(Accepted::id).containsExactly("young", "new");
  }

  @Test
  void aDamagedFileIsNamedAndKeepsNoOtherFromBeingAnswered() throws IOException {
    store().accept("damaged", "{}", NOON);
    Path damaged = files().getFirst();
    Files.writeString(damaged, "{\"id\":\"dam");
    store().accept("whole", "{}", NOON);

    assertThat(store().unfinished(NOON)).extracting(Accepted::id).containsExactly("whole");
    assertThatThrownBy(() -> store().claim("damaged", "{}", NOON, NOON.plusSeconds(30)))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining(damaged.toString());
    assertThat(Files.readString(damaged)).isEqualTo("{\"id\":\"dam");
  }
}

package dev.costbot.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileConversationStoreTest extends ConversationStoreContract {
  @TempDir Path folder = Path.of("");

  @Override
  ConversationStore open(Bounds bounds, InstantSource clock) {
    return new FileConversationStore(file(), bounds, clock);
  }

  private Path file() {
    return folder.resolve("state/history.json");
  }

  private ConversationStore store() {
    return open(Bounds.STANDARD, InstantSource.fixed(Turns.NOON));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{\"aliases\":{\"local#x\":{\"conversation\":\"one\"",
        "{\"aliases\":{\"local#x\":null}}",
        "{\"aliases\":{\"local#x\":{\"conversation\":\"one\"}}}",
        "{\"turns\":{\"one\":{\"turn#1\":{\"turn\":{}}}}}",
        "{} {}",
        "\u0000\u0000\u0000"
      })
  void refusesADamagedFileAndLeavesItAsItIs(String damaged) throws IOException {
    Files.createDirectories(file().getParent());
    Files.writeString(file(), damaged);
    ConversationStore store = store();

    assertThatExceptionOfType(UnreadableHistoryException.class)
        .isThrownBy(() -> store.history("one"))
        .withMessageContaining(file().toString())
        .withMessageContaining("move the file away");
    assertThatExceptionOfType(UnreadableHistoryException.class)
        .isThrownBy(() -> store.remember("one", Turns.turn("1", Turns.NOON)));
    assertThat(Files.readString(file())).isEqualTo(damaged);
    assertThat(left()).containsExactlyInAnyOrder("history.json", "history.json.lock");
  }

  @Test
  void readingMakesNoFile() {
    assertThat(store().find(Alias.local("x"), Turns.NOON)).isEmpty();
    assertThat(file().getParent()).doesNotExist();
  }

  @Test
  void leavesNoTemporaryFilesAndKeepsTheFileToItsOwner() throws IOException {
    store().remember("one", Turns.turn("1", Turns.NOON));
    store().link(Alias.local("x"), "one", Turns.NOON.plusSeconds(60));

    assertThat(left()).containsExactlyInAnyOrder("history.json", "history.json.lock");
    assertThat(Files.getPosixFilePermissions(file()))
        .extracting(Enum::name)
        .containsExactlyInAnyOrder("OWNER_READ", "OWNER_WRITE");
  }

  @Test
  void readsATurnOfANewerVersionAndKeepsWhatItDoesNotKnow() throws IOException {
    Files.createDirectories(file().getParent());
    Files.writeString(
        file(),
        """
        {"written": "by a newer version", "turns": {"one": {
          "turn#2026-11-16T11:00:00.000000000Z#1": {"expires": "2026-12-16T11:00:00Z", "turn": {
            "id": "1", "askedAt": "2026-11-16T11:00:00Z", "asker": "U1", "inPrivate": false,
            "question": "q", "answer": "a", "mood": "curious", "findings": [], "facts": [],
            "inquiry": {"topic": "CARBON", "grouping": "CONTINENT", "period": null,
              "scope": {"accounts": [], "regions": [], "services": [], "checks": [],
                "resources": [], "minimumSaving": null},
              "page": {"offset": 0, "size": null}}}}}}}
        """);
    ConversationStore store = store();
    store.remember("one", Turns.turn("2", Turns.NOON));

    assertThat(store.history("one")).extracting(Turn::id).containsExactly("1", "2");
    assertThat(store.history("one").getFirst().inquiry())
        .isEqualTo(
            new dev.costbot.model.Inquiry(
                dev.costbot.model.Inquiry.Topic.OTHER,
                dev.costbot.model.Inquiry.Scope.ALL,
                null,
                dev.costbot.model.Inquiry.Grouping.TOTAL,
                dev.costbot.model.Inquiry.Page.FIRST));
    assertThat(Files.readString(file())).contains("curious").contains("CARBON");
  }

  @Test
  void doesNotGrowForEver() throws IOException {
    for (int n = 0; n < 30; n++) {
      Instant then = Turns.NOON.plusSeconds(n);
      open(Bounds.STANDARD, InstantSource.fixed(then)).remember("one", Turns.turn("t" + n, then));
      open(Bounds.STANDARD, InstantSource.fixed(then))
          .link(Alias.local("a" + n), "one", then.plusSeconds(1));
    }

    assertThat(Files.readString(file())).doesNotContain("\"t19\"").contains("\"t20\"");
    assertThat(Files.readString(file())).doesNotContain("local#a28").contains("local#a29");
  }

  @Test
  void twoProcessesDoNotLoseEachOthersTurns() throws IOException, InterruptedException {
    List<Process> writers = List.of(writer("a"), writer("b"));
    for (Process writer : writers) {
      assertThat(writer.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(writer.exitValue()).isZero();
    }

    Bounds many = new Bounds(100, 100_000, 350_000, Bounds.STANDARD.retention());
    assertThat(open(many, InstantSource.fixed(Turns.NOON)).history("one")).hasSize(40);
  }

  private Process writer(String name) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Writer.class.getName(),
            file().toString(),
            name)
        .redirectErrorStream(true)
        .redirectOutput(new File(folder.toFile(), name + ".log"))
        .start();
  }

  /** Remembers twenty turns, in a process of its own. */
  static final class Writer {
    private Writer() {}

    public static void main(String[] arguments) {
      Bounds many = new Bounds(100, 100_000, 350_000, Bounds.STANDARD.retention());
      ConversationStore store =
          new FileConversationStore(Path.of(arguments[0]), many, InstantSource.fixed(Turns.NOON));
      for (int n = 0; n < 20; n++) {
        store.remember("one", Turns.turn(arguments[1] + n, Turns.NOON));
      }
    }
  }

  private List<String> left() throws IOException {
    try (Stream<Path> files = Files.list(file().getParent())) {
      return files.map(path -> path.getFileName().toString()).toList();
    }
  }
}

package dev.costbot.conversation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The one file of a {@link FileConversationStore}. It is replaced as a whole, so that a reader
 * never sees half of it; a lock file beside it keeps two processes from losing each other's turns.
 */
final class HistoryFile {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final JsonMapper mapper = TurnJson.mapper();
  private final Path file;

  HistoryFile(Path file) {
    this.file = file.toAbsolutePath();
  }

  /**
   * What the file holds. Turns stay as they were written: what a newer version put there survives
   * an older one.
   */
  record Content(Map<String, Linked> aliases, Map<String, TreeMap<String, Remembered>> turns) {
    Content {
      // Jackson passes null for a missing field.
      aliases = aliases == null ? new HashMap<>() : aliases;
      turns = turns == null ? new HashMap<>() : turns;
      aliases.values().forEach(Objects::requireNonNull);
      turns.values().forEach(all -> all.values().forEach(Objects::requireNonNull));
    }
  }

  record Linked(String conversation, Instant expires) {
    Linked {
      Objects.requireNonNull(conversation, "conversation");
      Objects.requireNonNull(expires, "expires");
    }
  }

  record Remembered(Instant expires, JsonNode turn) {
    Remembered {
      Objects.requireNonNull(expires, "expires");
      Objects.requireNonNull(turn, "turn");
    }
  }

  /**
   * @throws UnreadableHistoryException when the file is damaged
   */
  Content read() {
    try {
      if (Files.notExists(file)) {
        return new Content(new HashMap<>(), new HashMap<>());
      }
      @Nullable Content content = mapper.readValue(Files.readAllBytes(file), Content.class);
      if (content == null) {
        throw new UnreadableHistoryException(file, "it holds no history");
      }
      return content;
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      throw new UnreadableHistoryException(file, "it is no valid JSON history at line " + line);
    } catch (IOException e) {
      throw new UncheckedIOException("The history in " + file + " cannot be read", e);
    }
  }

  /** Reads, changes and replaces the file while no other process or thread does. */
  synchronized void change(Consumer<Content> change) {
    try {
      Files.createDirectories(directory());
      Path lockFile = file.resolveSibling(file.getFileName() + ".lock");
      // Closing the channel gives the lock back.
      try (FileChannel channel =
          FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
        lock(channel, lockFile);
        Content content = read();
        change.accept(content);
        replace(mapper.writerWithDefaultPrettyPrinter().writeValueAsBytes(content));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The history in " + file + " cannot be written", e);
    }
  }

  private Path directory() {
    return file.resolveSibling("");
  }

  private static void lock(FileChannel channel, Path lockFile) throws IOException {
    long giveUp = System.nanoTime() + PATIENCE.toNanos();
    while (!tryLock(channel)) {
      if (System.nanoTime() > giveUp) {
        throw new IOException("another process has held the lock " + lockFile + " for " + PATIENCE);
      }
      try {
        Thread.sleep(5);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("interrupted while waiting for the lock " + lockFile);
      }
    }
  }

  private static boolean tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false; // another store in this process holds it
    }
  }

  private void replace(byte[] content) throws IOException {
    Path target = Files.exists(file) ? file.toRealPath() : file;
    // Temporary files are readable by their owner only, and the move keeps that.
    Path written = Files.createTempFile(target.resolveSibling(""), ".history", ".tmp");
    try {
      try (FileChannel channel = FileChannel.open(written, StandardOpenOption.WRITE)) {
        ByteBuffer bytes = ByteBuffer.wrap(content);
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      Files.move(
          written, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(written);
    }
  }
}

package dev.costbot.delivery;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** A folder whose files are changed by one thread of one process at a time. */
final class LockedFolder {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Path folder;

  LockedFolder(Path folder) {
    this.folder = folder.toAbsolutePath();
  }

  /** What is done with the files. */
  @FunctionalInterface
  interface Step<T> {
    T run() throws IOException;
  }

  Path path() {
    return folder;
  }

  synchronized <T> T undisturbed(Step<T> step) throws IOException {
    Files.createDirectories(folder);
    // Closing the channel gives the lock back.
    try (FileChannel channel =
        FileChannel.open(
            folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      lock(channel);
      return step.run();
    }
  }

  /** Those of one extension; none when there is no folder yet. */
  List<Path> files(String extension) throws IOException {
    if (Files.notExists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.getFileName().toString().endsWith(extension)).toList();
    }
  }

  /** Replaces the file as a whole: a process that dies here leaves the old one. */
  void replace(Path file, byte[] content) throws IOException {
    // Temporary files are readable by their owner only, and the move keeps that.
    Path written = Files.createTempFile(folder, ".question", ".tmp");
    try {
      try (FileChannel channel = FileChannel.open(written, StandardOpenOption.WRITE)) {
        ByteBuffer bytes = ByteBuffer.wrap(content);
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      Files.move(
          written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(written);
    }
  }

  private void lock(FileChannel channel) throws IOException {
    long giveUp = System.nanoTime() + PATIENCE.toNanos();
    while (!tryLock(channel)) {
      if (System.nanoTime() > giveUp) {
        throw new IOException("another process has held " + folder + " for " + PATIENCE);
      }
      try {
        Thread.sleep(5);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("interrupted while waiting for " + folder);
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
}

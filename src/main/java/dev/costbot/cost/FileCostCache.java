package dev.costbot.cost;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A cache that lasts from one run of the command line to the next: a file for each key, readable by
 * its owner only. A file's modification time is when it expires.
 */
public final class FileCostCache implements CostCache {
  private static final String SUFFIX = ".cost";

  private final Path folder;

  /**
   * @param folder made when it is first written to
   */
  public FileCostCache(Path folder) {
    this.folder = folder;
  }

  @Override
  public Optional<byte[]> get(String key, Instant now) throws IOException {
    Path file = file(key);
    try {
      if (!now.isBefore(Files.getLastModifiedTime(file).toInstant())) {
        return Optional.empty();
      }
      return Optional.of(Files.readAllBytes(file));
    } catch (NoSuchFileException _) {
      return Optional.empty();
    }
  }

  /** Also sweeps out what expired a good while ago. */
  @Override
  public void put(String key, byte[] value, Instant expires) throws IOException {
    Files.createDirectories(folder);
    sweep(expires);
    // A temporary file is made for its owner only, and the move keeps that.
    Path unfinished = Files.createTempFile(folder, "unfinished", SUFFIX);
    try {
      Files.write(unfinished, value);
      Files.setLastModifiedTime(unfinished, FileTime.from(expires));
      Files.move(
          unfinished,
          file(key),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  /** Keys name their day, so that old ones are never asked for again: two days is long enough. */
  private void sweep(Instant expires) throws IOException {
    Instant longAgo = expires.minusSeconds(2 * 24 * 3600);
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
      for (Path file : files) {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(longAgo)) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  private Path file(String key) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(UTF_8));
      return folder.resolve(HexFormat.of().formatHex(digest) + SUFFIX);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}

package dev.costbot.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps every question in a file of its own, for self-hosting: what was accepted survives the
 * process. Several processes may use the same folder.
 *
 * <p>All methods throw {@link UncheckedIOException} when a file cannot be read or written.
 */
public final class FileDeliveryStore extends EntryStore {
  private static final Logger LOG = LoggerFactory.getLogger(FileDeliveryStore.class);
  private static final String EXTENSION = ".json";

  private final LockedFolder folder;
  private final JsonMapper mapper =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  /**
   * @param folder made when the first question is accepted
   */
  public FileDeliveryStore(Path folder) {
    this.folder = new LockedFolder(folder);
  }

  @Override
  Entry change(String id, Function<Optional<Entry>, Entry> step) {
    Path file = file(id);
    try {
      return folder.undisturbed(
          () -> {
            Optional<Entry> found = Files.exists(file) ? Optional.of(read(file)) : Optional.empty();
            Entry changed = step.apply(found);
            if (!found.equals(Optional.of(changed))) {
              folder.replace(file, mapper.writeValueAsBytes(changed));
            }
            return changed;
          });
    } catch (IOException e) {
      throw new UncheckedIOException("The question in " + file + " cannot be kept", e);
    }
  }

  @Override
  List<Entry> all() {
    List<Entry> entries = new ArrayList<>();
    try {
      for (Path file : folder.files(EXTENSION)) {
        try {
          entries.add(read(file));
        } catch (IOException e) {
          // One damaged file must not keep the others from being answered.
          LOG.warn("{}; it is left where it is", e.getMessage());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The accepted questions cannot be listed", e);
    }
    return entries;
  }

  @Override
  void remove(String id) {
    try {
      Files.deleteIfExists(file(id));
    } catch (IOException e) {
      throw new UncheckedIOException("The question in " + file(id) + " cannot be removed", e);
    }
  }

  private Entry read(Path file) throws IOException {
    try {
      return Optional.ofNullable(mapper.readValue(Files.readAllBytes(file), Entry.class))
          .orElseThrow(() -> new IOException("The file " + file + " holds no question"));
    } catch (JsonProcessingException e) {
      // Without the exception's message and cause: they quote the question.
      throw new IOException("The file " + file + " is damaged and holds no question");
    }
  }

  /** Ids come from outside and may hold anything, so they are no file names. */
  private Path file(String id) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
      return folder.path().resolve(HexFormat.of().formatHex(digest) + EXTENSION);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}

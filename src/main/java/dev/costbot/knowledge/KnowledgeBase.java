package dev.costbot.knowledge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The guides that are bundled with the program. */
public final class KnowledgeBase {
  private final List<Guide> guides;

  public KnowledgeBase(List<Guide> guides) {
    this.guides = List.copyOf(guides);
  }

  /**
   * Loads the guides of these checks.
   *
   * @throws IllegalArgumentException naming the folder and what is wrong with it
   */
  public static KnowledgeBase ofChecks(List<String> checkIds) {
    return new KnowledgeBase(checkIds.stream().map(KnowledgeBase::load).toList());
  }

  public List<Guide> guides() {
    return guides;
  }

  public Optional<Guide> guide(String id) {
    return guides.stream().filter(guide -> guide.id().equals(id)).findFirst();
  }

  private static Guide load(String id) {
    String folder = "/knowledge-base/checks/" + id + "/";
    String guide = read(folder + "guide.md");
    if (guide == null) {
      throw new IllegalArgumentException("the check " + id + " has no " + folder + "guide.md");
    }
    return GuideFile.read(id, guide, read(folder + "fix.tf"));
  }

  private static @Nullable String read(String path) {
    try (InputStream in = KnowledgeBase.class.getResourceAsStream(path)) {
      return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("could not read the bundled " + path, e);
    }
  }
}

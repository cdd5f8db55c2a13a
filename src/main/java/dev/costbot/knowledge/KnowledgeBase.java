package dev.costbot.knowledge;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The guides that are bundled with the program. */
public final class KnowledgeBase {
  private static final ObjectMapper YAML = new YAMLMapper();

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
    String[] parts = guide.split("(?m)^---\\n", 3);
    if (parts.length != 3 || !parts[0].isEmpty()) {
      throw new IllegalArgumentException(
          id + "/guide.md does not start with front matter between two ---");
    }
    Map<String, Object> front = frontMatter(id, parts[1]);
    return new Guide(
        id,
        text(front, "title"),
        texts(front, "keywords"),
        firstPlan(id, text(front, "first-plan")),
        text(front, "second-apply"),
        text(front, "must"),
        text(front, "edit"),
        text(front, "edit-note"),
        parts[2],
        Optional.ofNullable(read(folder + "fix.tf")).map(fix -> new FixTemplate(id, fix)));
  }

  private static Map<String, Object> frontMatter(String id, String yaml) {
    try {
      return YAML.readValue(yaml, new TypeReference<>() {});
    } catch (IOException e) {
      throw new IllegalArgumentException(
          id + "/guide.md: the front matter is not YAML: " + e.getMessage(), e);
    }
  }

  private static Guide.FirstPlan firstPlan(String id, String word) {
    try {
      return Guide.FirstPlan.valueOf(word.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "%s/guide.md: first-plan is \"%s\"; expected import, change or add".formatted(id, word),
          e);
    }
  }

  private static String text(Map<String, Object> front, String key) {
    return front.getOrDefault(key, "").toString();
  }

  private static List<String> texts(Map<String, Object> front, String key) {
    return front.getOrDefault(key, List.of()) instanceof List<?> list
        ? list.stream().map(Object::toString).toList()
        : List.of();
  }

  private static @Nullable String read(String path) {
    try (InputStream in = KnowledgeBase.class.getResourceAsStream(path)) {
      return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("could not read the bundled " + path, e);
    }
  }
}

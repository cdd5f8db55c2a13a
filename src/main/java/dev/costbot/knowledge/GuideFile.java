package dev.costbot.knowledge;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a {@code guide.md}: front matter in YAML between two {@code ---}, then Markdown. */
final class GuideFile {
  private static final ObjectMapper YAML = new YAMLMapper();

  private final String id;
  private final Map<String, Object> front;
  private final String text;

  private GuideFile(String id, Map<String, Object> front, String text) {
    this.id = id;
    this.front = front;
    this.text = text;
  }

  /**
   * A guide.
   *
   * @param fix the text of {@code fix.tf}; null when the folder has none
   * @throws IllegalArgumentException naming the file and what is wrong with it
   */
  static Guide read(String id, String guide, @Nullable String fix) {
    String[] parts = guide.split("(?m)^---\\r?\\n", 3);
    if (parts.length != 3 || !parts[0].isEmpty()) {
      throw new IllegalArgumentException(
          id + "/guide.md does not start with front matter between two ---");
    }
    return new GuideFile(id, frontMatter(id, parts[1]), parts[2].replace("\r\n", "\n")).guide(fix);
  }

  private Guide guide(@Nullable String fix) {
    return new Guide(
        id,
        required("title"),
        keywords(),
        firstPlan(),
        optional("second-apply"),
        required("must"),
        optional("edit"),
        optional("edit-note"),
        optional("ebs-block-note"),
        text,
        Optional.ofNullable(fix).map(hcl -> new FixTemplate(id, hcl)));
  }

  private static Map<String, Object> frontMatter(String id, String yaml) {
    try {
      return YAML.readValue(yaml, new TypeReference<>() {});
    } catch (IOException e) {
      throw new IllegalArgumentException(
          id + "/guide.md: the front matter is not a YAML map: " + e.getMessage(), e);
    }
  }

  private List<String> keywords() {
    if (front.get("keywords") instanceof List<?> list && !list.isEmpty()) {
      return list.stream().map(Object::toString).toList();
    }
    throw new IllegalArgumentException(id + "/guide.md: keywords has to be a list of words");
  }

  private Guide.FirstPlan firstPlan() {
    String word = required("first-plan");
    try {
      return Guide.FirstPlan.valueOf(word.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "%s/guide.md: first-plan is \"%s\"; expected import, change or add".formatted(id, word),
          e);
    }
  }

  private String required(String key) {
    String value = optional(key);
    if (value.isBlank()) {
      throw new IllegalArgumentException(
          "%s/guide.md: the front matter has no \"%s\"".formatted(id, key));
    }
    return value;
  }

  private String optional(String key) {
    return front.getOrDefault(key, "").toString();
  }
}

package dev.costbot.inventory;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.Tag;

/** Reads parts of what the SDK hands over, where every part may be missing. */
final class Answers {
  private Answers() {}

  static <T> T required(@Nullable T value, String what) {
    if (value == null || value.toString().isBlank()) {
      throw new OddAnswerException("no " + what);
    }
    return value;
  }

  static int requiredSize(@Nullable Integer gib) {
    int size = required(gib, "size");
    if (size < 1) {
      throw new OddAnswerException("a size of " + size + " GiB");
    }
    return size;
  }

  static String orEmpty(@Nullable String value) {
    return value == null ? "" : value;
  }

  /** Some answers say "nothing" with an empty element. */
  static @Nullable String orNull(@Nullable String value) {
    return value == null || value.isBlank() ? null : value;
  }

  static Map<String, String> tags(List<Tag> tags) {
    return tags.stream()
        .filter(tag -> tag.key() != null)
        .collect(Collectors.toMap(Tag::key, tag -> orEmpty(tag.value()), (first, second) -> first));
  }
}

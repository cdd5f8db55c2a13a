package dev.costbot.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes values as HCL, in the form of {@code terraform fmt}. Text is always quoted and escaped, so
 * that a name or a tag stays a literal whatever it contains.
 */
final class HclWriter {
  private static final String STEP = "  ";

  /** A grapheme cluster; a mark does not join these two signs, which HCL reads by themselves. */
  private static final Pattern GRAPHEME = Pattern.compile("[$%]|\\X");

  private HclWriter() {}

  /**
   * A {@code locals} block with one map of objects.
   *
   * @param objects attributes by resource id; attribute names have to be HCL identifiers
   */
  static String locals(String name, Map<String, Map<String, Object>> objects) {
    StringBuilder hcl = new StringBuilder("locals {\n" + STEP + name + " = ");
    if (objects.isEmpty()) {
      hcl.append("{}");
    } else {
      hcl.append("{\n");
      objects.forEach(
          (id, attributes) -> {
            hcl.append(STEP.repeat(2)).append(quoted(id)).append(" = {\n");
            items(hcl, attributes, 3, false);
            hcl.append(STEP.repeat(2)).append("}\n");
          });
      hcl.append(STEP).append("}");
    }
    return hcl.append("\n}\n").toString();
  }

  /** A quoted template without interpolation: every character stands for itself. */
  static String quoted(String text) {
    StringBuilder hcl = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            point -> {
              switch (point) {
                case '"' -> hcl.append("\\\"");
                case '\\' -> hcl.append("\\\\");
                case '\n' -> hcl.append("\\n");
                case '\r' -> hcl.append("\\r");
                case '\t' -> hcl.append("\\t");
                default -> {
                  if (isInvisible(point)) {
                    hcl.append(
                        point > 0xFFFF ? "\\U%08x".formatted(point) : "\\u%04x".formatted(point));
                  } else {
                    hcl.appendCodePoint(point);
                  }
                }
              }
            });
    // After the loop, because a "$" and its "{" are two characters.
    return hcl.append('"').toString().replace("${", "$${").replace("%{", "%%{");
  }

  /**
   * Controls and format characters, which could show a reader something else than what is there.
   */
  private static boolean isInvisible(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.PRIVATE_USE ->
          true;
      default -> false;
    };
  }

  private static void items(StringBuilder hcl, Map<?, ?> attributes, int depth, boolean quoteKeys) {
    List<String> keys = new ArrayList<>();
    List<String> values = new ArrayList<>();
    attributes.forEach(
        (key, value) -> {
          keys.add(quoteKeys ? quoted(key.toString()) : key.toString());
          values.add(value(value, depth));
        });
    for (int i = 0; i < keys.size(); i++) {
      hcl.append(STEP.repeat(depth))
          .append(padded(keys, values, i))
          .append(" = ")
          .append(values.get(i))
          .append('\n');
    }
  }

  /** terraform fmt aligns the equals signs of neighbouring lines whose values stand on one line. */
  private static String padded(List<String> keys, List<String> values, int index) {
    if (values.get(index).contains("\n")) {
      return keys.get(index);
    }
    int from = index;
    while (from > 0 && !values.get(from - 1).contains("\n")) {
      from--;
    }
    int width = 0;
    for (int i = from; i < keys.size() && !values.get(i).contains("\n"); i++) {
      width = Math.max(width, columns(keys.get(i)));
    }
    String key = keys.get(index);
    return key + " ".repeat(width - columns(key));
  }

  /**
   * terraform fmt counts grapheme clusters, token by token: a combining mark does not join the
   * quote before it.
   */
  private static int columns(String key) {
    boolean quoted = key.startsWith("\"");
    String text = quoted ? key.substring(1, key.length() - 1) : key;
    return (int) GRAPHEME.matcher(text).results().count() + (quoted ? 2 : 0);
  }

  private static String value(@Nullable Object value, int depth) {
    return switch (value) {
      case null -> "null";
      case String text -> quoted(text);
      case Number number -> number.toString();
      case Boolean bool -> bool.toString();
      case List<?> list ->
          "[" + String.join(", ", list.stream().map(item -> value(item, depth)).toList()) + "]";
      case Map<?, ?> map when map.isEmpty() -> "{}";
      case Map<?, ?> map -> {
        StringBuilder hcl = new StringBuilder("{\n");
        items(hcl, map, depth + 1, true);
        yield hcl.append(STEP.repeat(depth)).append('}').toString();
      }
      default ->
          throw new IllegalArgumentException("no HCL for a value of " + value.getClass().getName());
    };
  }
}

package dev.costbot.slack.request;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The few values wanted of a JSON object, by their path: {@code event.user}, {@code
 * actions.0.value}. The rest is passed over while it streams by, so that neither data binding nor a
 * tree has to be loaded.
 */
public final class FlatJson {
  private static final JsonFactory JSON = new JsonFactory();

  private final Map<String, String> values;

  private FlatJson(Map<String, String> values) {
    this.values = values;
  }

  /**
   * Reads one JSON object.
   *
   * @param wanted paths to keep; a path of an object or array keeps all that is in it
   * @throws IOException when it is not one well-formed JSON object; the message quotes nothing of
   *     it
   */
  public static FlatJson read(byte[] json, String... wanted) throws IOException {
    Map<String, String> values = new HashMap<>();
    try (JsonParser parser = JSON.createParser(json)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("not a JSON object");
      }
      readObject(parser, "", wanted, values);
      if (parser.nextToken() != null) {
        throw new IOException("more than one JSON value");
      }
    } catch (JsonProcessingException malformed) {
      // Not as the cause: its message quotes what people wrote.
      throw new IOException("not well-formed JSON: " + malformed.getClass().getSimpleName());
    }
    return new FlatJson(values);
  }

  /** The text of the value at this path, numbers and booleans included; null when there is none. */
  public @Nullable String get(String path) {
    return values.get(path);
  }

  /** The value at this path, or the empty text. */
  public String text(String path) {
    return values.getOrDefault(path, "");
  }

  /** The texts of the array at this path, in their order. */
  public List<String> list(String path) {
    List<String> list = new ArrayList<>();
    String next = values.get(path + ".0");
    while (next != null) {
      list.add(next);
      next = values.get(path + "." + list.size());
    }
    return list;
  }

  /** The values directly in the object at this path, by their names. */
  public Map<String, String> object(String path) {
    Map<String, String> object = new HashMap<>();
    for (Map.Entry<String, String> value : values.entrySet()) {
      if (value.getKey().startsWith(path + ".")) {
        object.put(value.getKey().substring(path.length() + 1), value.getValue());
      }
    }
    return object;
  }

  private static void readObject(
      JsonParser parser, String path, String[] wanted, Map<String, String> values)
      throws IOException {
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      parser.nextToken();
      readValue(parser, path.isEmpty() ? name : path + "." + name, wanted, values);
    }
  }

  private static void readArray(
      JsonParser parser, String path, String[] wanted, Map<String, String> values)
      throws IOException {
    for (int index = 0; parser.nextToken() != JsonToken.END_ARRAY; index++) {
      readValue(parser, path + "." + index, wanted, values);
    }
  }

  private static void readValue(
      JsonParser parser, String path, String[] wanted, Map<String, String> values)
      throws IOException {
    if (!leadsToSomethingWanted(path, wanted)) {
      parser.skipChildren();
    } else if (parser.currentToken() == JsonToken.START_OBJECT) {
      readObject(parser, path, wanted, values);
    } else if (parser.currentToken() == JsonToken.START_ARRAY) {
      readArray(parser, path, wanted, values);
    } else if (parser.currentToken() != JsonToken.VALUE_NULL) {
      values.put(path, parser.getText());
    }
  }

  private static boolean leadsToSomethingWanted(String path, String[] wanted) {
    for (String one : wanted) {
      if (one.equals(path) || one.startsWith(path + ".") || path.startsWith(one + ".")) {
        return true;
      }
    }
    return false;
  }
}

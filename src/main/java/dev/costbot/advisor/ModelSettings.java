package dev.costbot.advisor;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

/**
 * Where a model is and how it is spoken to. The key is never shown.
 *
 * @param baseUrl without {@code /chat/completions}, e.g. {@code https://api.deepseek.com} or {@code
 *     https://api.openai.com/v1}; https, because the key travels with every call (http only to this
 *     machine)
 * @param model the provider's name for the model, e.g. {@code deepseek-flash}
 * @param key sent as bearer token; may be empty for a server that wants none
 */
public record ModelSettings(URI baseUrl, String model, String key, Dialect dialect) {
  private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");

  /** What differs between servers that all call themselves OpenAI-compatible. */
  public enum Dialect {
    /** Thinks unless told not to, which would use up the time and the tokens of an answer. */
    DEEPSEEK,
    /** Counts tokens by {@code max_completion_tokens}; some models refuse a temperature. */
    OPENAI,
    /** Everyone else: only what all of them know. */
    COMPATIBLE
  }

  public ModelSettings {
    key = key.strip();
    String scheme = String.valueOf(baseUrl.getScheme()).toLowerCase(Locale.ROOT);
    boolean here = THIS_MACHINE.contains(String.valueOf(baseUrl.getHost()));
    if (baseUrl.getHost() == null || !(scheme.equals("https") || (scheme.equals("http") && here))) {
      throw new IllegalArgumentException("the URL of a model starts with https://");
    }
    if (baseUrl.getRawUserInfo() != null
        || baseUrl.getRawQuery() != null
        || baseUrl.getRawFragment() != null) {
      throw new IllegalArgumentException(
          "the URL of a model has no user, query or fragment: the key is a setting of its own");
    }
    if (model.isBlank()) {
      throw new IllegalArgumentException("a model needs a name");
    }
    if (!key.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      throw new IllegalArgumentException("the key of a model is one word of plain ASCII");
    }
  }

  /** Settings with the dialect that the host of the URL speaks. */
  public static ModelSettings of(URI baseUrl, String model, String key) {
    return new ModelSettings(baseUrl, model, key, dialectOf(baseUrl));
  }

  private static Dialect dialectOf(URI baseUrl) {
    return switch (String.valueOf(baseUrl.getHost()).toLowerCase(Locale.ROOT)) {
      case "api.deepseek.com" -> Dialect.DEEPSEEK;
      case "api.openai.com" -> Dialect.OPENAI;
      default -> Dialect.COMPATIBLE;
    };
  }

  /** How messages to people call the provider. */
  String provider() {
    return switch (dialect) {
      case DEEPSEEK -> "DeepSeek";
      case OPENAI -> "OpenAI";
      case COMPATIBLE -> "model";
    };
  }

  @Override
  public String toString() {
    return "ModelSettings[%s, %s, %s, key %s]"
        .formatted(baseUrl, model, dialect, key.isEmpty() ? "not set" : "not shown");
  }
}

package dev.costbot.app;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What {@code COSTBOT_CONFIG} says beside who may ask, which the front reads by itself.
 *
 * @param askers read by the front
 * @param publicChannels channels whose answers everyone in them may read; elsewhere only who asked
 * @param questionsPerPersonPerHour at most
 * @param maskAccountIds whether account ids are hidden from a model
 * @param checks thresholds by check id and parameter
 */
public record Config(
    Map<String, List<String>> askers,
    List<String> publicChannels,
    int questionsPerPersonPerHour,
    boolean maskAccountIds,
    Map<String, Map<String, BigDecimal>> checks) {
  static final String SETTING = "COSTBOT_CONFIG";

  private static final int STANDARD_QUESTIONS = 30;
  private static final List<String> ASKERS = List.of("channels", "people");
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          // Nothing in a list or a map may be null.
          .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
          .build();

  public Config {
    for (String limit : askers.keySet()) {
      // A limit that is misspelt would be none.
      if (!ASKERS.contains(limit)) {
        throw new IllegalArgumentException(
            "%s: askers has no \"%s\"; it has %s".formatted(SETTING, limit, ASKERS));
      }
    }
    publicChannels = List.copyOf(publicChannels);
    checks = Map.copyOf(checks);
    if (questionsPerPersonPerHour < 1) {
      throw new IllegalArgumentException(
          SETTING
              + ": questionsPerPersonPerHour is "
              + questionsPerPersonPerHour
              + "; expected 1 or more");
    }
  }

  public static Config standard() {
    return new Config(Map.of(), List.of(), STANDARD_QUESTIONS, true, Map.of());
  }

  /**
   * Reads the setting.
   *
   * @param setting the path of a JSON file, or the JSON itself when it starts with a brace; null or
   *     blank for the standard
   * @throws IllegalArgumentException saying what is wrong and where
   */
  public static Config of(@Nullable String setting) {
    if (setting == null || setting.isBlank()) {
      return standard();
    }
    boolean inPlace = setting.stripLeading().startsWith("{");
    String place = inPlace ? SETTING : setting;
    try {
      String json = inPlace ? setting : Files.readString(Path.of(setting));
      Given given = JSON.readValue(json, Given.class);
      if (given == null) {
        throw new IllegalArgumentException(place + " holds no settings; expected a JSON object");
      }
      return given.complete();
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(place + problem(e), e);
    } catch (IOException | InvalidPathException e) {
      throw new IllegalArgumentException(
          SETTING + " names " + setting + ", which cannot be read", e);
    }
  }

  private static String problem(JsonProcessingException e) {
    if (e instanceof UnrecognizedPropertyException unknown) {
      // Jackson tells of it only once it has read on, so that its line would mislead.
      return ": there is no setting \"%s\"; there are %s"
          .formatted(unknown.getPropertyName(), new TreeSet<>(unknown.getKnownPropertyIds()));
    }
    int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
    return ", line %d: %s".formatted(line, e.getOriginalMessage());
  }

  /** As it stands in the file, where anything may be left out but nothing misspelt. */
  @JsonIgnoreProperties("$schema")
  private record Given(
      @Nullable Map<String, List<String>> askers,
      @Nullable List<String> publicChannels,
      @Nullable Integer questionsPerPersonPerHour,
      @Nullable Boolean maskAccountIds,
      @Nullable Map<String, Map<String, BigDecimal>> checks) {

    Config complete() {
      return new Config(
          askers == null ? Map.of() : askers,
          publicChannels == null ? List.of() : publicChannels,
          questionsPerPersonPerHour == null ? STANDARD_QUESTIONS : questionsPerPersonPerHour,
          maskAccountIds == null || maskAccountIds,
          checks == null ? Map.of() : checks);
    }
  }
}

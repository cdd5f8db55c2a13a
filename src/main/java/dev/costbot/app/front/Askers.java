package dev.costbot.app.front;

import dev.costbot.slack.request.Envelope;
import dev.costbot.slack.request.FlatJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who may ask, from {@code COSTBOT_CONFIG}: {@code {"askers":{"channels":["C1"],"people":["U1"]}}}.
 * A list that is empty or absent lets everyone in; with both, a question has to pass both.
 *
 * @param channels ids of channels; a direct message passes when its writer is among the people
 * @param people ids of users
 */
public record Askers(List<String> channels, List<String> people) {
  /** No limits. */
  public static final Askers EVERYONE = new Askers(List.of(), List.of());

  public Askers {
    channels = List.copyOf(channels);
    people = List.copyOf(people);
  }

  /** Why a question is refused. */
  public enum Refusal {
    CHANNEL,
    PERSON
  }

  /**
   * Reads the setting.
   *
   * @param setting a JSON object, or the path of a file with one; null or empty for everyone
   * @throws IllegalArgumentException when it cannot be read: then nobody may ask
   */
  public static Askers of(@Nullable String setting) {
    if (setting == null || setting.isBlank()) {
      return EVERYONE;
    }
    boolean inPlace = setting.stripLeading().startsWith("{");
    FlatJson json;
    try {
      byte[] bytes =
          inPlace ? setting.getBytes(StandardCharsets.UTF_8) : Files.readAllBytes(Path.of(setting));
      json = FlatJson.read(bytes, "askers");
    } catch (IOException unreadable) {
      throw new IllegalArgumentException(
          inPlace
              ? FrontSettings.CONFIG + " is no JSON object"
              : FrontSettings.CONFIG + " names a file that is no readable JSON object: " + setting,
          unreadable);
    }
    for (String name : json.object("askers").keySet()) {
      // Passed over, a misspelt list would let everyone in.
      if (!name.startsWith("channels.") && !name.startsWith("people.")) {
        throw new IllegalArgumentException(
            FrontSettings.CONFIG + ": askers has the lists channels and people, not " + name);
      }
    }
    return new Askers(json.list("askers.channels"), json.list("askers.people"));
  }

  /** Why this question is refused; null when it may be asked. */
  public @Nullable Refusal refusal(Envelope envelope) {
    boolean listed = people.contains(envelope.user());
    if (!people.isEmpty() && !listed) {
      return Refusal.PERSON;
    }
    boolean here =
        channels.isEmpty()
            || channels.contains(envelope.channel())
            || (envelope.isDirectMessage() && listed);
    return here ? null : Refusal.CHANNEL;
  }
}

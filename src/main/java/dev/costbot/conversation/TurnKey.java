package dev.costbot.conversation;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The place of a turn in its conversation. Keys sort as text in the order of time. */
final class TurnKey {
  static final String PREFIX = "turn#";

  /** Of fixed width: {@code Instant.toString()} drops zeros, and then 12:00:00.5Z sorts first. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSS'Z'").withZone(ZoneOffset.UTC);

  private TurnKey() {}

  static String of(Turn turn) {
    return PREFIX + TIME.format(turn.askedAt()) + "#" + turn.id();
  }
}

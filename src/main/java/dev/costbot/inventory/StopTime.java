package dev.costbot.inventory;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * When an instance was stopped. The API has no field for it, only the words of the state transition
 * reason: {@code User initiated (2026-09-01 10:11:12 GMT)}, also with {@code UTC}.
 */
final class StopTime {
  private static final Pattern TIME =
      Pattern.compile("\\((\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d) (?:GMT|UTC)\\)");
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private StopTime() {}

  /** Null when the reason names no time, as after a stop by AWS itself. */
  static @Nullable Instant parse(@Nullable String transitionReason) {
    if (transitionReason == null) {
      return null;
    }
    Matcher found = TIME.matcher(transitionReason);
    if (!found.find()) {
      return null;
    }
    try {
      return LocalDateTime.parse(found.group(1), FORMAT).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException noSuchTime) {
      // "2026-02-31": AWS did not say when.
      return null;
    }
  }
}

package dev.costbot.slack;

import com.slack.api.model.Message;
import com.slack.api.model.ResponseMetadata;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Some messages of a channel or a thread.
 *
 * @param next the cursor of the next page; null when this is the last
 */
record MessagePage(List<Message> messages, @Nullable String next) {

  static MessagePage of(
      @Nullable List<Message> messages, @Nullable ResponseMetadata metadata, boolean more) {
    String cursor = metadata == null ? null : metadata.getNextCursor();
    boolean last = !more || cursor == null || cursor.isEmpty();
    return new MessagePage(messages == null ? List.of() : messages, last ? null : cursor);
  }

  /** The {@code ts} of the message that bears the mark. */
  Optional<String> find(PostMark mark) {
    return messages.stream().filter(mark::isOn).map(Message::getTs).findFirst();
  }

  /** A time as Slack writes it: seconds with six decimal places. */
  static String ts(Instant time) {
    return time.getEpochSecond() + ".%06d".formatted(time.getNano() / 1_000);
  }
}

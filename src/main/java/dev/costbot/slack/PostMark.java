package dev.costbot.slack;

import com.slack.api.model.Message;
import java.util.Map;

/**
 * The metadata by which one of our messages is known again; only the app itself is shown them.
 *
 * @param kind what the message is, as Slack's event type
 * @param id the accepted question's
 */
record PostMark(String kind, String id) {
  private static final String ID = "id";

  static PostMark answerTo(String id) {
    return new PostMark("costbot_answer", id);
  }

  /** The message that shows the question and opens the thread. */
  static PostMark questionOf(String id) {
    return new PostMark("costbot_question", id);
  }

  Message.Metadata metadata() {
    return Message.Metadata.builder().eventType(kind).eventPayload(Map.of(ID, id)).build();
  }

  boolean isOn(Message message) {
    Message.Metadata metadata = message.getMetadata();
    return metadata != null
        && kind.equals(metadata.getEventType())
        && metadata.getEventPayload() != null
        && id.equals(metadata.getEventPayload().get(ID));
  }
}

package dev.costbot.app.front;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.costbot.slack.request.SlackSignature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;

/** The sample events of {@code events/}, signed as Slack would sign them at a given time. */
public final class SignedEvents {
  private static final ObjectMapper JSON = new ObjectMapper();

  private SignedEvents() {}

  /**
   * One sample.
   *
   * @param name of the file, without {@code .json}
   */
  public static ObjectNode signed(String name, String secret, Instant at) throws IOException {
    return sign(sample(name), secret, at);
  }

  /** The sample as it is in its file: with a signature that does not fit. */
  public static ObjectNode sample(String name) throws IOException {
    return (ObjectNode) JSON.readTree(Files.readString(Path.of("events", name + ".json")));
  }

  /** The event with headers that fit its body; one without a body stays as it is. */
  public static ObjectNode sign(ObjectNode event, String secret, Instant at) {
    if (event.has("body")) {
      String timestamp = Long.toString(at.getEpochSecond());
      headers(event)
          .put("x-slack-request-timestamp", timestamp)
          .put("x-slack-signature", SlackSignature.sign(secret, timestamp, body(event)));
    }
    return event;
  }

  /** The event with this body instead, in base64 where it was; signing comes after. */
  public static ObjectNode withBody(ObjectNode event, String body) {
    boolean base64 = event.path("isBase64Encoded").asBoolean();
    byte[] bytes = body.getBytes(UTF_8);
    return event.put("body", base64 ? Base64.getEncoder().encodeToString(bytes) : body);
  }

  /** The body as it came over the wire. */
  public static byte[] body(ObjectNode event) {
    String body = event.path("body").asText();
    return event.path("isBase64Encoded").asBoolean()
        ? Base64.getDecoder().decode(body)
        : body.getBytes(UTF_8);
  }

  public static ObjectNode headers(ObjectNode event) {
    return (ObjectNode) event.get("headers");
  }
}

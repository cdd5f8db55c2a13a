package dev.costbot.app.front;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/**
 * What goes back through API Gateway.
 *
 * @param contentType empty when there is no body
 * @param allow the method this path wants; empty but for a 405
 */
record FrontResponse(int status, String contentType, String body, String allow) {
  private static final JsonFactory JSON = new JsonFactory();

  static FrontResponse empty(int status) {
    return new FrontResponse(status, "", "", "");
  }

  static FrontResponse text(int status, String text) {
    return new FrontResponse(status, "text/plain; charset=utf-8", text, "");
  }

  static FrontResponse json(int status, String json) {
    return new FrontResponse(status, "application/json; charset=utf-8", json, "");
  }

  static FrontResponse methodNotAllowed(String allow) {
    return new FrontResponse(405, "text/plain; charset=utf-8", "method not allowed", allow);
  }

  /**
   * A message only the person who typed the command sees.
   *
   * @param text in Slack's markup, with what people typed escaped
   * @param markup whether {@code *} and backticks format; not where the text quotes a person
   */
  static FrontResponse toThePerson(String text, boolean markup) {
    StringWriter body = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(body)) {
      json.writeStartObject();
      json.writeStringField("response_type", "ephemeral");
      json.writeStringField("text", text);
      json.writeBooleanField("mrkdwn", markup);
      json.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException("writing into memory failed", impossible);
    }
    return json(200, body.toString());
  }

  /** Writes the response as payload format 2.0 has it. */
  void write(OutputStream out) throws IOException {
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      json.writeNumberField("statusCode", status);
      json.writeObjectFieldStart("headers");
      if (!contentType.isEmpty()) {
        json.writeStringField("content-type", contentType);
      }
      if (!allow.isEmpty()) {
        json.writeStringField("allow", allow);
      }
      json.writeEndObject();
      json.writeStringField("body", body);
      json.writeBooleanField("isBase64Encoded", false);
      json.writeEndObject();
    }
  }
}

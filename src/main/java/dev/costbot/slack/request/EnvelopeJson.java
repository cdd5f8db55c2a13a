package dev.costbot.slack.request;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * The envelope on the wire between front and worker, which are deployed one after the other: a
 * reader passes over fields it does not know, and refuses a version it does not know.
 */
public final class EnvelopeJson {
  private static final int VERSION = 1;
  private static final JsonFactory JSON = new JsonFactory();

  private EnvelopeJson() {}

  public static byte[] write(Envelope envelope) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      json.writeStartObject();
      json.writeNumberField("version", VERSION);
      json.writeStringField("id", envelope.id());
      json.writeStringField("kind", envelope.kind().name());
      json.writeStringField("team", envelope.team());
      json.writeStringField("channel", envelope.channel());
      json.writeStringField("user", envelope.user());
      json.writeStringField("text", envelope.text());
      writeOptional(json, "responseUrl", envelope.responseUrl());
      writeOptional(json, "threadTs", envelope.threadTs());
      writeOptional(json, "messageTs", envelope.messageTs());
      json.writeStringField("receivedAt", envelope.receivedAt().toString());
      json.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException("writing into memory failed", impossible);
    }
    return bytes.toByteArray();
  }

  /**
   * Reads an envelope.
   *
   * @throws IllegalArgumentException when it is none; the message names the field, never its value
   */
  public static Envelope read(byte[] bytes) {
    FlatJson json;
    try {
      json =
          FlatJson.read(
              bytes,
              "version",
              "id",
              "kind",
              "team",
              "channel",
              "user",
              "text",
              "responseUrl",
              "threadTs",
              "messageTs",
              "receivedAt");
    } catch (IOException notJson) {
      throw new IllegalArgumentException("the envelope is no JSON object", notJson);
    }
    if (!required(json, "version").equals(Integer.toString(VERSION))) {
      throw new IllegalArgumentException(
          "the envelope is of another version than " + VERSION + ": deploy front and worker alike");
    }
    return new Envelope(
        required(json, "id"),
        kind(required(json, "kind")),
        required(json, "team"),
        required(json, "channel"),
        required(json, "user"),
        required(json, "text"),
        json.get("responseUrl"),
        json.get("threadTs"),
        json.get("messageTs"),
        time(required(json, "receivedAt")));
  }

  private static void writeOptional(JsonGenerator json, String name, @Nullable String value)
      throws IOException {
    if (value != null) {
      json.writeStringField(name, value);
    }
  }

  private static String required(FlatJson json, String name) {
    String value = json.get(name);
    if (value == null || value.isEmpty()) {
      throw new IllegalArgumentException("the envelope has no " + name);
    }
    return value;
  }

  private static Envelope.Kind kind(String name) {
    for (Envelope.Kind kind : Envelope.Kind.values()) {
      if (kind.name().equals(name)) {
        return kind;
      }
    }
    throw new IllegalArgumentException("the envelope's kind is unknown");
  }

  private static Instant time(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException malformed) {
      throw new IllegalArgumentException("the envelope's receivedAt is no time", malformed);
    }
  }
}

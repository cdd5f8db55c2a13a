package dev.costbot.app.front;

import dev.costbot.slack.request.FlatJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request as API Gateway's HTTP API hands it over, payload format 2.0. */
final class FrontRequest {
  private final String method;
  private final String path;
  private final Map<String, String> headers;
  private final byte @Nullable [] body;

  private FrontRequest(
      String method, String path, Map<String, String> headers, byte @Nullable [] body) {
    this.method = method;
    this.path = path;
    this.headers = headers;
    this.body = body;
  }

  /**
   * Reads the event.
   *
   * @throws IOException when it is not such an event
   */
  static FrontRequest read(byte[] event) throws IOException {
    FlatJson json =
        FlatJson.read(
            event,
            "rawPath",
            "headers",
            "body",
            "isBase64Encoded",
            "requestContext.stage",
            "requestContext.http.method");
    if (json.text("rawPath").isEmpty() || json.text("requestContext.http.method").isEmpty()) {
      throw new IOException("not an event of an HTTP API with payload format 2.0");
    }
    return new FrontRequest(
        json.text("requestContext.http.method"),
        withoutStage(json.text("rawPath"), json.text("requestContext.stage")),
        json.object("headers"),
        body(json.text("body"), json.text("isBase64Encoded").equals("true")));
  }

  String method() {
    return method;
  }

  /** Without the stage. */
  String path() {
    return path;
  }

  Map<String, String> headers() {
    return headers;
  }

  /** As it came over the wire; null when it was marked as base64 and is not. */
  byte @Nullable [] body() {
    return body;
  }

  /** A stage other than {@code $default} is the first segment of the path. */
  private static String withoutStage(String path, String stage) {
    return !stage.isEmpty() && path.startsWith("/" + stage + "/")
        ? path.substring(stage.length() + 1)
        : path;
  }

  private static byte @Nullable [] body(String text, boolean base64) {
    if (!base64) {
      return text.getBytes(StandardCharsets.UTF_8);
    }
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException notBase64) {
      return null;
    }
  }
}

package dev.costbot.app.front;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.costbot.slack.request.FlatJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Secrets in SSM Parameter Store, decrypted. */
public final class ParameterStore {
  private static final JsonFactory JSON = new JsonFactory();
  private static final Duration WITHIN = Duration.ofSeconds(2);

  private final SignedCall ssm;

  /**
   * @param ssm calls of the service {@code ssm}
   */
  public ParameterStore(SignedCall ssm) {
    this.ssm = ssm;
  }

  /** The IAM actions it needs, on the parameters it is asked for. */
  public static Set<String> permissions() {
    return Set.of("ssm:GetParameter");
  }

  /**
   * The parameter's value.
   *
   * @param name such as {@code /costbot/slack_signing_secret}
   * @throws SecretUnavailableException naming the parameter and what AWS said
   */
  public String value(String name) throws SecretUnavailableException {
    SignedCall.Reply reply;
    try {
      reply =
          ssm.post(
              "/",
              Map.of(
                  "Content-Type", "application/x-amz-json-1.1",
                  "X-Amz-Target", "AmazonSSM.GetParameter"),
              request(name),
              WITHIN);
    } catch (IOException unreachable) {
      throw new SecretUnavailableException(
          "SSM parameter " + name + " could not be read: no answer from SSM", unreachable);
    }
    try {
      FlatJson json =
          FlatJson.read(reply.body().getBytes(StandardCharsets.UTF_8), "Parameter.Value", "__type");
      String value = json.text("Parameter.Value");
      if (reply.status() == 200 && !value.isBlank()) {
        return value.strip();
      }
      throw new SecretUnavailableException(
          "SSM parameter " + name + " could not be read: " + said(reply, json.get("__type")), null);
    } catch (IOException notJson) {
      throw new SecretUnavailableException(
          "SSM parameter " + name + " could not be read: " + said(reply, null), notJson);
    }
  }

  private static byte[] request(String name) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      json.writeStartObject();
      json.writeStringField("Name", name);
      json.writeBooleanField("WithDecryption", true);
      json.writeEndObject();
    }
    return bytes.toByteArray();
  }

  private static String said(SignedCall.Reply reply, @Nullable String type) {
    String named = type == null ? reply.error() : type;
    return named == null
        ? "SSM answered " + reply.status() + " without a value"
        : LogLine.word(named.substring(named.indexOf('#') + 1));
  }
}

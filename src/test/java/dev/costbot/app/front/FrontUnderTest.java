package dev.costbot.app.front;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.costbot.slack.request.Envelope;
import dev.costbot.slack.request.ResponseOrigins;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The front handler with a worker that only takes note, and what it answered and logged. */
final class FrontUnderTest {
  static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";

  final TickingClock clock = new TickingClock();
  final List<Envelope> invoked = new ArrayList<>();
  final List<String> logged = new ArrayList<>();
  @Nullable WorkerUnavailableException down;
  SigningSecret secret = new GivenSigningSecret(SECRET);
  Askers askers = Askers.EVERYONE;

  private static final ObjectMapper JSON = new ObjectMapper();

  /** What came back through the gateway. */
  record Answer(int status, JsonNode headers, String body) {
    JsonNode json() throws IOException {
      return JSON.readTree(body);
    }
  }

  /** The sample event, signed now. */
  ObjectNode event(String name) throws IOException {
    return SignedEvents.signed(name, SECRET, clock.instant());
  }

  Answer send(ObjectNode event) throws IOException {
    return send(event.toString().getBytes(UTF_8));
  }

  Answer send(byte[] event) throws IOException {
    return send(
        new SlackFrontHandler(
            secret, this::invoke, askers, ResponseOrigins.of("http://127.0.0.1:9000"), clock),
        event);
  }

  Answer send(SlackFrontHandler handler, byte[] event) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    handler.handleRequest(new ByteArrayInputStream(event), out, new LoggingContext(logged));
    JsonNode answer = JSON.readTree(out.toByteArray());
    return new Answer(
        answer.get("statusCode").asInt(), answer.get("headers"), answer.get("body").asText());
  }

  private void invoke(Envelope envelope) throws WorkerUnavailableException {
    if (down != null) {
      throw down;
    }
    invoked.add(envelope);
  }

  private record LoggingContext(List<String> logged) implements Context {
    @Override
    public String getAwsRequestId() {
      return "request";
    }

    @Override
    public String getLogGroupName() {
      return "group";
    }

    @Override
    public String getLogStreamName() {
      return "stream";
    }

    @Override
    public String getFunctionName() {
      return "costbot-front";
    }

    @Override
    public String getFunctionVersion() {
      return "1";
    }

    @Override
    public String getInvokedFunctionArn() {
      return "arn:aws:lambda:eu-central-1:123456789012:function:costbot-front";
    }

    @Override
    public @Nullable CognitoIdentity getIdentity() {
      return null;
    }

    @Override
    public @Nullable ClientContext getClientContext() {
      return null;
    }

    @Override
    public int getRemainingTimeInMillis() {
      return 10_000;
    }

    @Override
    public int getMemoryLimitInMB() {
      return 512;
    }

    @Override
    public LambdaLogger getLogger() {
      return new LambdaLogger() {
        @Override
        public void log(String message) {
          logged.add(message);
        }

        @Override
        public void log(byte[] message) {
          logged.add(new String(message, UTF_8));
        }
      };
    }
  }
}

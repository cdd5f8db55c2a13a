package dev.costbot.app;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.costbot.delivery.Outcome;
import dev.costbot.slack.request.Envelope;
import dev.costbot.slack.request.EnvelopeJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * The worker's failure destination: says sorry for a question nobody will answer any more. The
 * event is Lambda's record of a failed asynchronous invocation, whose {@code requestPayload} is the
 * envelope ("Capturing records of Lambda asynchronous invocations" in the Lambda guide).
 */
public final class FailureHandler implements RequestStreamHandler {
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private final Replies replies;

  /** For Lambda: builds itself from the environment. */
  public FailureHandler() {
    this(LambdaWorker.replies(System.getenv()));
  }

  FailureHandler(Replies replies) {
    this.replies = replies;
  }

  @Override
  public void handleRequest(InputStream event, OutputStream out, Context context)
      throws IOException {
    Instant deadline = Instant.now().plusMillis(context.getRemainingTimeInMillis());
    JsonNode payload = JSON.readTree(event).path("requestPayload");
    if (!payload.isObject()) {
      throw new IOException("not a record of a failed invocation: it has no requestPayload");
    }
    Envelope envelope = EnvelopeJson.read(payload.toString().getBytes(StandardCharsets.UTF_8));
    try {
      Outcome outcome = replies.apologise(envelope, deadline);
      if (outcome instanceof Outcome.Busy) {
        throw new IOException(
            "someone was still at it at the end; the question may stay unanswered");
      }
      WorkerHandler.finish(outcome, out);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("stopped before the apology was posted", e);
    }
  }
}

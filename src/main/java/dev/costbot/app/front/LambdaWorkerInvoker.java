package dev.costbot.app.front;

import dev.costbot.slack.request.Envelope;
import dev.costbot.slack.request.EnvelopeJson;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * Invokes the worker's function asynchronously: Lambda keeps the event and answers 202. Tried again
 * once, within two seconds in all, as Slack waits three; that the worker may then be handed one
 * question twice is what its lease on the question's id is for.
 */
public final class LambdaWorkerInvoker implements WorkerInvoker {
  private static final Duration BUDGET = Duration.ofSeconds(2);

  private final SignedCall lambda;
  private final String function;

  /**
   * @param lambda calls of the service {@code lambda}
   * @param function name or ARN, with the alias ({@code costbot-worker:live}); needs {@code
   *     lambda:InvokeFunction} on it
   */
  public LambdaWorkerInvoker(SignedCall lambda, String function) {
    this.lambda = lambda;
    this.function = function;
  }

  /** The IAM actions it needs, on the function. */
  public static Set<String> permissions() {
    return Set.of("lambda:InvokeFunction");
  }

  @Override
  public void invoke(Envelope envelope) throws WorkerUnavailableException {
    if (function.isEmpty()) {
      throw new WorkerUnavailableException(FrontSettings.WORKER + " is not set", null);
    }
    String path =
        "/2015-03-31/functions/"
            + URLEncoder.encode(function, StandardCharsets.UTF_8)
            + "/invocations";
    byte[] body = EnvelopeJson.write(envelope);
    long until = System.nanoTime() + BUDGET.toNanos();
    if (!posted(path, body, BUDGET, true)) {
      posted(path, body, Duration.ofNanos(until - System.nanoTime()), false);
    }
  }

  /** Whether Lambda has it; false when it is worth another try. */
  private boolean posted(String path, byte[] body, Duration within, boolean mayTryAgain)
      throws WorkerUnavailableException {
    if (within.toMillis() <= 0) {
      throw new WorkerUnavailableException("no answer from Lambda within two seconds", null);
    }
    SignedCall.Reply reply;
    try {
      reply =
          lambda.post(
              path,
              Map.of("Content-Type", "application/json", "X-Amz-Invocation-Type", "Event"),
              body,
              within);
    } catch (IOException unreachable) {
      if (mayTryAgain) {
        return false;
      }
      throw new WorkerUnavailableException(
          "no answer from Lambda: " + unreachable.getClass().getSimpleName(), unreachable);
    }
    if (reply.status() >= 200 && reply.status() < 300) {
      return true;
    }
    if (reply.status() >= 500 && mayTryAgain) {
      return false;
    }
    String error = reply.error() == null ? "" : " " + LogLine.word(reply.error());
    throw new WorkerUnavailableException("Lambda answered " + reply.status() + error, null);
  }
}

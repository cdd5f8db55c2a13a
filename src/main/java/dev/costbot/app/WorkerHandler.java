package dev.costbot.app;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.costbot.delivery.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * The worker function's entry point, invoked asynchronously with an envelope of the front. It fails
 * the invocation when no message got through, so that Lambda tries again and, in the end, hands the
 * envelope to {@link FailureHandler}.
 */
public final class WorkerHandler implements RequestStreamHandler {
  private final Worker worker;

  /** For Lambda: builds itself from the environment. */
  public WorkerHandler() {
    this(LambdaWorker.of(System.getenv()));
  }

  WorkerHandler(Worker worker) {
    this.worker = worker;
  }

  @Override
  public void handleRequest(InputStream event, OutputStream out, Context context)
      throws IOException {
    byte[] envelope = event.readAllBytes();
    Instant deadline = Instant.now().plusMillis(context.getRemainingTimeInMillis());
    try {
      finish(worker.answer(envelope, deadline), out);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("stopped before the answer was posted", e);
    }
  }

  /** Says how it ended; fails when nothing was posted. */
  static void finish(Outcome outcome, OutputStream out) throws IOException {
    String ended =
        switch (outcome) {
          case Outcome.Posted posted -> "posted";
          case Outcome.AlreadyPosted posted -> "posted before";
          case Outcome.Busy busy -> "someone else is at it";
          case Outcome.LeaseLost lost -> "someone else took over";
          case Outcome.NotPosted failed ->
              throw new IOException("the message could not be posted", failed.cause());
        };
    out.write(("{\"outcome\":\"" + ended + "\"}").getBytes(StandardCharsets.UTF_8));
  }
}

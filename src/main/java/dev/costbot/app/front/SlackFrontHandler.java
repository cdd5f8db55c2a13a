package dev.costbot.app.front;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.costbot.slack.request.ResponseOrigins;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The front function's entry point, behind an HTTP API: checks that a request is Slack's, answers
 * within Slack's three seconds, and leaves the work to the worker.
 */
public final class SlackFrontHandler implements RequestStreamHandler {
  private final @Nullable FrontDesk desk;
  private final String unsettled;

  /** For Lambda: builds itself from the environment. */
  public SlackFrontHandler() {
    this(System.getenv(), Clock.systemUTC());
  }

  /** From these variables instead of the process's own. */
  SlackFrontHandler(Map<String, String> environment, Clock clock) {
    FrontDesk built = null;
    String problem = "";
    try {
      built = desk(FrontSettings.of(environment), environment, clock);
    } catch (IllegalArgumentException wrongSetting) {
      // Said to whoever looks at the endpoint: a constructor that throws says nothing at all.
      problem = String.valueOf(wrongSetting.getMessage());
      System.out.println(new LogLine().with("start", "failed").because(problem));
    }
    this.desk = built;
    this.unsettled = problem;
  }

  /** For the local server and tests: from its parts. */
  public SlackFrontHandler(
      SigningSecret secret,
      WorkerInvoker worker,
      Askers askers,
      ResponseOrigins origins,
      Clock clock) {
    this.desk = new FrontDesk(secret, worker, askers, origins, clock);
    this.unsettled = "";
  }

  @Override
  public void handleRequest(InputStream event, OutputStream out, Context context)
      throws IOException {
    long began = System.nanoTime();
    LogLine log = new LogLine();
    FrontResponse response;
    try {
      FrontRequest request = FrontRequest.read(event.readAllBytes());
      response = desk == null ? unsettled() : desk.answer(request, log);
    } catch (IOException notAnEvent) {
      log.because(String.valueOf(notAnEvent.getMessage()));
      response = FrontResponse.text(400, "not a request");
    } catch (RuntimeException defect) {
      // Its message may quote what a person wrote: the place it came from has to do.
      StackTraceElement[] trace = defect.getStackTrace();
      log.with("defect", defect.getClass().getName());
      log.with("at", trace.length == 0 ? "unknown" : trace[0].toString());
      response = FrontResponse.text(500, "something went wrong");
    }
    log.with("status", Integer.toString(response.status()));
    log.with("ms", Long.toString((System.nanoTime() - began) / 1_000_000));
    context.getLogger().log(log.toString());
    response.write(out);
  }

  private FrontResponse unsettled() {
    return FrontResponse.text(503, unsettled);
  }

  private static FrontDesk desk(
      FrontSettings settings, Map<String, String> environment, Clock clock) {
    String given = settings.signingSecret();
    SigningSecret secret =
        given != null
            ? new GivenSigningSecret(given)
            : new StoredSigningSecret(
                new ParameterStore(SignedCall.of("ssm", environment, clock)),
                settings.signingSecretParameter(),
                clock);
    return new FrontDesk(
        secret,
        new LambdaWorkerInvoker(SignedCall.of("lambda", environment, clock), settings.worker()),
        settings.askers(),
        settings.origins(),
        clock);
  }
}

package dev.costbot.app.front;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The Lambda Runtime API on this machine, for one process of the runtime interface client: it asks
 * for the next event and posts what the function answered. See <a
 * href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html">AWS's page on it</a>.
 */
final class FakeLambdaRuntime implements AutoCloseable {
  private static final String RUNTIME = "/2018-06-01/runtime/";

  private final HttpServer server;
  private final BlockingQueue<byte[]> events = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> outcomes = new LinkedBlockingQueue<>();

  FakeLambdaRuntime() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(RUNTIME, this::serve);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  /** For {@code AWS_LAMBDA_RUNTIME_API}. */
  String address() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /** Queues an event; how it ended comes from {@link #outcome}. */
  void invoke(byte[] event) {
    events.add(event);
  }

  /**
   * {@code response}, {@code error} or {@code init/error} with what was posted; empty when nothing
   * was.
   */
  String outcome(Duration within) throws InterruptedException {
    String outcome = outcomes.poll(within.toMillis(), TimeUnit.MILLISECONDS);
    return outcome == null ? "" : outcome;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void serve(HttpExchange exchange) throws IOException {
    String call = exchange.getRequestURI().getPath().substring(RUNTIME.length());
    String posted = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    if (call.equals("invocation/next")) {
      byte[] event = next();
      exchange.getResponseHeaders().set("Lambda-Runtime-Aws-Request-Id", "request-1");
      exchange
          .getResponseHeaders()
          .set("Lambda-Runtime-Deadline-Ms", Long.toString(System.currentTimeMillis() + 10_000));
      exchange
          .getResponseHeaders()
          .set(
              "Lambda-Runtime-Invoked-Function-Arn",
              "arn:aws:lambda:eu-central-1:123456789012:function:costbot-front");
      // Without these two the client's native half reads from nowhere and takes the JVM with it.
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange
          .getResponseHeaders()
          .set("Lambda-Runtime-Trace-Id", "Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Sampled=0");
      exchange.sendResponseHeaders(200, event.length);
      exchange.getResponseBody().write(event);
    } else {
      outcomes.add(call.replace("invocation/request-1/", "") + " " + posted);
      exchange.sendResponseHeaders(202, -1);
    }
    exchange.close();
  }

  private byte[] next() {
    try {
      return events.take();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException("interrupted", stopped));
    }
  }
}

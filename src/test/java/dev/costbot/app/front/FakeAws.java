package dev.costbot.app.front;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** An AWS endpoint on this machine that keeps what it was sent and answers as it was told. */
public final class FakeAws implements AutoCloseable {
  /** One request as it arrived. */
  public record Call(String method, String uri, Map<String, List<String>> headers, String body) {
    public @Nullable String header(String name) {
      return headers.entrySet().stream()
          .filter(header -> header.getKey().equalsIgnoreCase(name))
          .map(header -> header.getValue().getFirst())
          .findFirst()
          .orElse(null);
    }
  }

  /** One answer; after {@code millis}. A status of 0 hangs up instead. */
  public record Answer(int status, String body, @Nullable String error, long millis) {
    public static Answer of(int status, String body) {
      return new Answer(status, body, null, 0);
    }
  }

  private final HttpServer server;
  private final Deque<Answer> answers = new ArrayDeque<>();
  private final List<Call> calls = new CopyOnWriteArrayList<>();

  public FakeAws() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::serve);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** What a Lambda function's environment would hold to call this. */
  public Map<String, String> environment() {
    return Map.of(
        "AWS_ENDPOINT_URL", url(),
        "AWS_REGION", "eu-central-1",
        "AWS_ACCESS_KEY_ID", "AKIDEXAMPLE",
        "AWS_SECRET_ACCESS_KEY", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
        "AWS_SESSION_TOKEN", "token");
  }

  /** The next answers, in their order; the last is given from then on. */
  public synchronized void answers(Answer... next) {
    answers.clear();
    answers.addAll(List.of(next));
  }

  public List<Call> calls() {
    return List.copyOf(calls);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private synchronized Answer next() {
    return answers.size() > 1 ? answers.removeFirst() : answers.getFirst();
  }

  private void serve(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    calls.add(
        new Call(
            exchange.getRequestMethod(),
            exchange.getRequestURI().toString(),
            Map.copyOf(exchange.getRequestHeaders()),
            body));
    Answer answer = next();
    sleep(answer.millis());
    if (answer.status() == 0) {
      exchange.close();
      return;
    }
    if (answer.error() != null) {
      exchange.getResponseHeaders().set("x-amzn-ErrorType", answer.error());
    }
    byte[] bytes = answer.body().getBytes(UTF_8);
    exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException("interrupted", stopped));
    }
  }
}

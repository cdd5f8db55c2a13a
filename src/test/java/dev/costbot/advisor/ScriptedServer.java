package dev.costbot.advisor;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A real HTTP server on this machine that answers one response after the other, the last again. */
final class ScriptedServer implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Response> script;
  private final List<Request> requests = new CopyOnWriteArrayList<>();

  ScriptedServer(Response... script) {
    this.script = List.of(script);
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  record Request(String method, String path, String authorization, String body) {}

  sealed interface Response {
    record Whole(int status, Map<String, String> headers, String body) implements Response {}

    /** Blank lines for as long as the client listens, as DeepSeek sends them under load. */
    record KeepAlive(Duration most) implements Response {}

    /** Endless text. */
    record Huge() implements Response {}

    /** Promises more bytes than it sends. */
    record Broken() implements Response {}
  }

  static Response.Whole status(int status, String body) {
    return new Response.Whole(status, Map.of(), body);
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  List<Request> requests() {
    return List.copyOf(requests);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      requests.add(
          new Request(
              exchange.getRequestMethod(),
              exchange.getRequestURI().getRawPath(),
              String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
      switch (script.get(Math.min(requests.size(), script.size()) - 1)) {
        case Response.Whole whole -> {
          whole.headers().forEach(exchange.getResponseHeaders()::set);
          byte[] bytes = whole.body().getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(whole.status(), bytes.length == 0 ? -1 : bytes.length);
          exchange.getResponseBody().write(bytes);
        }
        case Response.KeepAlive slow -> {
          exchange.sendResponseHeaders(200, 0);
          long end = System.nanoTime() + slow.most().toNanos();
          while (System.nanoTime() < end) {
            send(exchange.getResponseBody(), "\n");
            sleep(Duration.ofMillis(20));
          }
        }
        case Response.Huge huge -> {
          exchange.sendResponseHeaders(200, 0);
          String kilobyte = "x".repeat(1024);
          for (int i = 0; i < 64 * 1024; i++) {
            send(exchange.getResponseBody(), kilobyte);
          }
        }
        case Response.Broken broken -> {
          exchange.sendResponseHeaders(200, 1_000);
          send(exchange.getResponseBody(), "{\"choices\":[");
        }
      }
    }
  }

  private static void send(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private static void sleep(Duration pause) {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}

package dev.costbot.slack;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A local server that speaks Slack's wire format: it answers as told and keeps what was sent. */
public final class SlackServer implements AutoCloseable {
  private final HttpServer server;
  private final Map<String, Deque<Reply>> replies = new HashMap<>();
  private final List<Sent> sent = new CopyOnWriteArrayList<>();

  /**
   * @param delayMillis how long the server thinks first
   * @param hangUp whether it reads the request and closes the connection
   */
  public record Reply(
      int status, String body, Map<String, String> headers, long delayMillis, boolean hangUp) {
    public static Reply json(String body) {
      return new Reply(200, body, Map.of("Content-Type", "application/json"), 0, false);
    }

    public static Reply status(int status, String body) {
      return new Reply(status, body, Map.of(), 0, false);
    }

    public static Reply wait(String seconds) {
      return new Reply(429, "ratelimited", Map.of("Retry-After", seconds), 0, false);
    }

    public static Reply brokenConnection() {
      return new Reply(0, "", Map.of(), 0, true);
    }
  }

  /** A request: its path without the slash before it, and its body. */
  public record Sent(String path, Map<String, String> headers, String body) {
    /** The body as a form. */
    public Map<String, String> form() {
      Map<String, String> form = new HashMap<>();
      for (String pair : body.split("&", -1)) {
        String[] both = pair.split("=", 2);
        form.put(decoded(both[0]), decoded(both[1]));
      }
      return form;
    }

    private static String decoded(String text) {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
  }

  public SlackServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  public URI url(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + path);
  }

  /** Answers the next request to a path so; the last reply given is repeated. */
  public SlackServer reply(String path, Reply... next) {
    replies.computeIfAbsent(path, p -> new ArrayDeque<>()).addAll(List.of(next));
    return this;
  }

  public List<Sent> sent() {
    return List.copyOf(sent);
  }

  public List<Sent> sent(String path) {
    return sent.stream().filter(request -> request.path().equals(path)).toList();
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath().substring(1);
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Map<String, String> headers = new HashMap<>();
    exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
    sent.add(new Sent(path, headers, body));
    Reply reply = next(path);
    try {
      Thread.sleep(reply.delayMillis());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    if (reply.hangUp()) {
      throw new IOException("the connection breaks, as the test wants it");
    }
    byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
    reply.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
    exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private synchronized Reply next(String path) {
    Deque<Reply> left = replies.get(path);
    if (left == null) {
      return Reply.json("{\"ok\":false,\"error\":\"unknown_method\"}");
    }
    return left.size() > 1 ? left.removeFirst() : left.getFirst();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}

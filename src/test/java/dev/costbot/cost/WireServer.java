package dev.costbot.cost;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Speaks AWS's JSON 1.1 protocol over real HTTP: gives the answers it was told, one after another.
 */
final class WireServer implements AutoCloseable {
  private final HttpServer server;
  private final Deque<Reply> replies = new ArrayDeque<>();
  private final List<Request> requests = new CopyOnWriteArrayList<>();

  WireServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  record Request(String target, String body) {}

  private record Reply(int status, String body) {}

  URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  WireServer answers(String body) {
    replies.add(new Reply(200, body));
    return this;
  }

  WireServer refuses(int status, String type, String message) {
    replies.add(
        new Reply(status, "{\"__type\":\"%s\",\"Message\":\"%s\"}".formatted(type, message)));
    return this;
  }

  List<Request> requests() {
    return requests;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    requests.add(
        new Request(String.valueOf(exchange.getRequestHeaders().getFirst("X-Amz-Target")), body));
    // The last answer is given for good.
    Reply reply = replies.size() > 1 ? replies.removeFirst() : replies.getFirst();
    byte[] bytes = reply.body().getBytes(UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/x-amz-json-1.1");
    exchange.sendResponseHeaders(reply.status(), bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}

package dev.costbot.app.local;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An HTTP server in place of API Gateway: it turns each request into an event of payload format 2.0
 * and hands it to the same handler that runs in Lambda.
 */
public final class LocalServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LocalServer.class);
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  /** API Gateway takes 10 MB; nothing Slack sends is near this. */
  private static final int LARGEST_BODY = 1 << 20;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final RequestStreamHandler handler;

  private LocalServer(HttpServer server, RequestStreamHandler handler) {
    this.server = server;
    this.handler = handler;
  }

  /**
   * Starts a server.
   *
   * @param host to listen at, e.g. {@code 127.0.0.1}
   * @param port 0 for any that is free
   * @throws IOException when the port is taken
   */
  public static LocalServer start(String host, int port, RequestStreamHandler handler)
      throws IOException {
    LocalServer local =
        new LocalServer(HttpServer.create(new InetSocketAddress(host, port), 0), handler);
    local.server.setExecutor(local.threads);
    local.server.createContext("/", local::handle);
    local.server.start();
    return local;
  }

  public int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdown();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
      if (body.length > LARGEST_BODY) {
        exchange.sendResponseHeaders(413, -1);
        return;
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      handler.handleRequest(
          new ByteArrayInputStream(event(exchange, body)), out, new LocalContext());
      respond(exchange, JSON.readTree(out.toByteArray()));
    } catch (RuntimeException e) {
      LOG.error("A request failed", e);
      throw e;
    }
  }

  private static byte[] event(HttpExchange exchange, byte[] body) throws IOException {
    ObjectNode event = JSON.createObjectNode();
    event.put("version", "2.0");
    event.put("routeKey", "$default");
    event.put("rawPath", exchange.getRequestURI().getPath());
    ObjectNode headers = event.putObject("headers");
    for (Map.Entry<String, List<String>> header : exchange.getRequestHeaders().entrySet()) {
      headers.put(header.getKey().toLowerCase(Locale.ROOT), String.join(",", header.getValue()));
    }
    ObjectNode context = event.putObject("requestContext");
    context.put("stage", "$default");
    context.putObject("http").put("method", exchange.getRequestMethod());
    event.put("body", Base64.getEncoder().encodeToString(body));
    event.put("isBase64Encoded", true);
    return JSON.writeValueAsBytes(event);
  }

  private static void respond(HttpExchange exchange, JsonNode response) throws IOException {
    response
        .path("headers")
        .properties()
        .forEach(h -> exchange.getResponseHeaders().set(h.getKey(), h.getValue().asText()));
    byte[] body = response.path("body").asText("").getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(
        response.path("statusCode").asInt(500), body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(body);
      }
    }
  }
}

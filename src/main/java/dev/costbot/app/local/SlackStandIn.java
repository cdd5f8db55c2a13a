package dev.costbot.app.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.costbot.slack.request.SlackSignature;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Slack's side of a slash command: sends signed requests and takes answers at a response URL. */
final class SlackStandIn implements AutoCloseable {
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private final String secret;
  private final Clock clock;
  private final HttpServer server;
  private final HttpClient http = HttpClient.newHttpClient();
  private final BlockingQueue<JsonNode> arrived = new LinkedBlockingQueue<>();
  private final AtomicInteger answers = new AtomicInteger();
  private int port;

  private SlackStandIn(String secret, Clock clock, HttpServer server) {
    this.secret = secret;
    this.clock = clock;
    this.server = server;
  }

  static SlackStandIn start(String secret, Clock clock) throws IOException {
    SlackStandIn slack =
        new SlackStandIn(
            secret,
            clock,
            HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
    slack.server.createContext("/", slack::take);
    slack.server.start();
    return slack;
  }

  /** What one command gave. */
  record Exchange(
      String acknowledgement,
      Duration acknowledgedAfter,
      JsonNode answer,
      Duration answeredAfter) {}

  String origin() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Tells where costbot listens. */
  void connect(int costbotPort) {
    port = costbotPort;
  }

  /** How many answers have come in. */
  int answers() {
    return answers.get();
  }

  /** Sends a slash command and waits for its answer. */
  Exchange command(String text, String id, Duration patience)
      throws IOException, InterruptedException {
    long began = System.nanoTime();
    HttpResponse<String> acknowledgement = send(form(text, id), secret);
    Duration acknowledged = Duration.ofNanos(System.nanoTime() - began);
    if (acknowledgement.statusCode() != 200) {
      throw new IllegalStateException(
          "the command got status " + acknowledgement.statusCode() + " instead of 200");
    }
    JsonNode answer = arrived.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
    if (answer == null) {
      throw new IllegalStateException("no answer came within " + patience);
    }
    return new Exchange(
        JSON.readTree(acknowledgement.body()).path("text").asText(),
        acknowledged,
        answer,
        Duration.ofNanos(System.nanoTime() - began));
  }

  /** Sends a command that was sent before, as Slack does when it doubts. */
  void repeat(String text, String id) throws IOException, InterruptedException {
    send(form(text, id), secret);
  }

  /** Sends a command with another secret's signature, and says what status it got. */
  int forged(String text) throws IOException, InterruptedException {
    return send(form(text, "forged"), secret + "x").statusCode();
  }

  @Override
  public void close() {
    server.stop(0);
    http.close();
  }

  private HttpResponse<String> send(String body, String signedWith)
      throws IOException, InterruptedException {
    String timestamp = String.valueOf(clock.instant().getEpochSecond());
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return http.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/slack/commands"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("X-Slack-Request-Timestamp", timestamp)
            .header("X-Slack-Signature", SlackSignature.sign(signedWith, timestamp, bytes))
            .POST(HttpRequest.BodyPublishers.ofByteArray(bytes))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private String form(String text, String id) {
    return Map.of(
            "command", "/costbot",
            "text", text,
            "team_id", "T0DEMO",
            "channel_id", "C0DEMO",
            "user_id", "U0DEMO",
            "trigger_id", "demo." + id,
            "response_url", origin() + "/commands/demo/" + id)
        .entrySet()
        .stream()
        .map(
            field ->
                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      JsonNode message = JSON.readTree(exchange.getRequestBody());
      answers.incrementAndGet();
      arrived.add(message);
      byte[] ok = "ok".getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(200, ok.length);
      exchange.getResponseBody().write(ok);
    }
  }
}

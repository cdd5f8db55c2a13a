package dev.costbot.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.costbot.slack.request.SlackSignature;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** {@code costbot serve} in a JVM of its own, and Slack's requests to it. */
final class ServeProcess implements AutoCloseable {
  private static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";
  private static final Pattern LISTENING = Pattern.compile("Listening at (http://127.0.0.1:\\d+);");

  private final Process process;
  private final HttpClient http = HttpClient.newHttpClient();
  private final List<String> said = new CopyOnWriteArrayList<>();
  private final BlockingQueue<URI> listening = new LinkedBlockingQueue<>();
  private final URI address;

  private ServeProcess(Process process) throws IOException, InterruptedException {
    this.process = process;
    Thread.ofVirtual().start(this::listen);
    URI found = listening.poll(60, TimeUnit.SECONDS);
    if (found == null) {
      process.destroyForcibly();
      throw new IOException("serve did not start: " + said);
    }
    this.address = found;
  }

  /**
   * Returns when it listens.
   *
   * @param slack the only origin besides Slack's that may be answered
   * @param state where it keeps what lasts
   */
  static ServeProcess start(URI slack, Path state) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            "dev.costbot.app.cli.Main",
            "serve",
            "--source=sample",
            "--port=0");
    builder
        .environment()
        .putAll(
            Map.of(
                "SLACK_SIGNING_SECRET",
                SECRET,
                "COSTBOT_RESPONSE_ORIGINS",
                "http://127.0.0.1:" + slack.getPort(),
                "XDG_STATE_HOME",
                state.toString()));
    return new ServeProcess(builder.redirectErrorStream(true).start());
  }

  /** Everything it printed. */
  List<String> said() {
    return List.copyOf(said);
  }

  HttpResponse<String> health() throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(address.resolve("/health")).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /** A slash command as Slack sends it. */
  HttpResponse<String> command(String id, String text, URI responseUrl)
      throws IOException, InterruptedException {
    return command(id, text, responseUrl, SECRET);
  }

  HttpResponse<String> command(String id, String text, URI responseUrl, String secret)
      throws IOException, InterruptedException {
    byte[] body =
        Map.of(
                "command", "/costbot",
                "text", text,
                "team_id", "T1",
                "channel_id", "C1",
                "user_id", "U1",
                "trigger_id", id,
                "response_url", responseUrl.toString())
            .entrySet()
            .stream()
            .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
            .collect(Collectors.joining("&"))
            .getBytes(UTF_8);
    String timestamp = String.valueOf(Instant.now().getEpochSecond());
    return http.send(
        HttpRequest.newBuilder(address.resolve("/slack/commands"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("X-Slack-Request-Timestamp", timestamp)
            .header("X-Slack-Signature", SlackSignature.sign(secret, timestamp, body))
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /** As {@code kill -9} does. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** As Ctrl-C does, but for the exit code. */
  int stop() throws InterruptedException {
    process.destroy();
    return process.waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
    http.close();
  }

  private void listen() {
    try (BufferedReader reader = process.inputReader(UTF_8)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        said.add(line);
        Matcher matcher = LISTENING.matcher(line);
        if (matcher.find()) {
          listening.add(URI.create(matcher.group(1)));
        }
      }
    } catch (IOException ended) {
      said.add(ended.toString());
    }
  }
}

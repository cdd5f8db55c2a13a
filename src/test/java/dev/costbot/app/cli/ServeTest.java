package dev.costbot.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.costbot.slack.SlackServer;
import dev.costbot.slack.SlackServer.Reply;
import dev.costbot.slack.SlackServer.Sent;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The whole way over HTTP, as self-hosted: signed request in, answer at the response URL. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServeTest {
  private static final String WASTE = "what are we wasting in eu-west-1?";
  private static final Duration SLACKS_PATIENCE = Duration.ofSeconds(3);

  @TempDir static Path folder;

  private final SlackServer slack;
  private ServeProcess server;

  ServeTest() throws IOException {
    slack = new SlackServer();
  }

  @BeforeAll
  void start() throws Exception {
    server = ServeProcess.start(slack.url(""), folder.resolve("shared"));
    for (String path : List.of("one", "two", "twice", "forged", "stop")) {
      slack.reply(path, Reply.json("{\"ok\":true}"));
    }
  }

  @AfterAll
  void stop() {
    server.close();
    slack.close();
  }

  @Test
  void saysThatItIsWell() throws Exception {
    HttpResponse<String> health = server.health();
    assertThat(health.statusCode()).isEqualTo(200);
    assertThat(health.body()).isEqualTo("{\"status\":\"ok\"}");
  }

  @Test
  void aCommandIsAcknowledgedInTimeAndAnsweredAndItsFollowUpUnderstood() throws Exception {
    Instant began = Instant.now();
    HttpResponse<String> acknowledged = server.command("t.1", WASTE, slack.url("one"));
    assertThat(Duration.between(began, Instant.now())).isLessThan(SLACKS_PATIENCE);
    assertThat(acknowledged.statusCode()).isEqualTo(200);
    assertThat(acknowledged.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/json"));
    assertThat(acknowledged.body()).contains("ephemeral").contains(WASTE);
    assertThat(arrived("one", 1).getFirst().body()).contains("a month").contains("eu-west-1");

    server.command("t.2", "how do I fix that?", slack.url("two"));
    assertThat(arrived("two", 1).getFirst().body())
        .contains("import {")
        .contains("eu-west-1")
        .doesNotContain("us-east-1a");
  }

  @Test
  void aCommandThatComesTwiceIsAnsweredOnce() throws Exception {
    server.command("t.3", WASTE, slack.url("twice"));
    assertThat(server.command("t.3", WASTE, slack.url("twice")).statusCode()).isEqualTo(200);
    arrived("twice", 1);
    server.command("t.3", WASTE, slack.url("twice"));
    Thread.sleep(500);
    assertThat(slack.sent("twice")).hasSize(1);
  }

  @Test
  void aForgedCommandIsRefusedAndNothingDone() throws Exception {
    long before = accepted("shared");
    assertThat(server.command("t.4", WASTE, slack.url("forged"), "another").statusCode())
        .isEqualTo(401);
    Thread.sleep(300);
    assertThat(slack.sent("forged")).isEmpty();
    assertThat(accepted("shared")).isEqualTo(before);
  }

  @Test
  void anAnswerElsewhereThanToSlackIsRefused() throws Exception {
    URI elsewhere = URI.create(slack.url("forged").toString().replace("127.0.0.1", "localhost"));
    assertThat(server.command("t.5", WASTE, elsewhere).statusCode()).isEqualTo(400);
    Thread.sleep(300);
    assertThat(slack.sent("forged")).isEmpty();
  }

  @Test
  void whatWasAcceptedBeforeAKillIsAnsweredAfterTheRestart() throws Exception {
    Path state = folder.resolve("killed");
    slack.reply(
        "killed",
        // Slack thinks for so long that the process dies before it hears back.
        new Reply(200, "{\"ok\":true}", Map.of(), 60_000, false),
        Reply.json("{\"ok\":true}"));
    try (ServeProcess killed = ServeProcess.start(slack.url(""), state)) {
      killed.command("t.6", WASTE, slack.url("killed"));
      arrived("killed", 1);
      killed.kill();
    }
    endLeases(state.resolve("costbot/serve/deliveries"));
    try (ServeProcess again = ServeProcess.start(slack.url(""), state)) {
      String answer = arrived("killed", 2).getLast().body();
      assertThat(answer).contains("This may be a repeat").contains("a month");
      assertThat(again.said())
          .anyMatch(line -> line.contains("Taking up 1 question that an earlier run"));
    }
  }

  @Test
  void whatIsAtHandWhenItIsStoppedIsFinishedFirst() throws Exception {
    slack.reply("stopped", new Reply(200, "{\"ok\":true}", Map.of(), 1_000, false));
    Path state = folder.resolve("stopped");
    try (ServeProcess stopped = ServeProcess.start(slack.url(""), state)) {
      stopped.command("t.7", WASTE, slack.url("stopped"));
      arrived("stopped", 1);
      // 128 + SIGTERM.
      assertThat(stopped.stop()).isEqualTo(143);
    }
    try (ServeProcess again = ServeProcess.start(slack.url(""), state)) {
      assertThat(again.health().statusCode()).isEqualTo(200);
      assertThat(again.said()).noneMatch(line -> line.contains("Taking up"));
    }
    assertThat(slack.sent("stopped")).hasSize(1);
  }

  /** Waits until so many requests came to a path. */
  private List<Sent> arrived(String path, int count) throws InterruptedException {
    Instant patience = Instant.now().plusSeconds(20);
    while (slack.sent(path).size() < count && Instant.now().isBefore(patience)) {
      Thread.sleep(20);
    }
    assertThat(slack.sent(path)).hasSize(count);
    return slack.sent(path);
  }

  private long accepted(String state) throws IOException {
    Path deliveries = folder.resolve(state).resolve("costbot/serve/deliveries");
    if (!Files.exists(deliveries)) {
      return 0;
    }
    try (Stream<Path> files = Files.list(deliveries)) {
      return files.filter(file -> file.toString().endsWith(".json")).count();
    }
  }

  /** As if the half minute had passed for which a dead worker counts as alive. */
  private static void endLeases(Path deliveries) throws IOException {
    try (Stream<Path> files = Files.list(deliveries)) {
      for (Path file : files.filter(file -> file.toString().endsWith(".json")).toList()) {
        String entry = Files.readString(file);
        assertThat(entry).contains("\"leaseEnds\":\"");
        Files.writeString(
            file,
            entry.replaceAll("\"leaseEnds\":\"[^\"]+\"", "\"leaseEnds\":\"2026-01-01T00:00:00Z\""));
      }
    }
  }
}

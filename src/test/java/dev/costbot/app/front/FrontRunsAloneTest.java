package dev.costbot.app.front;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.costbot.slack.request.Envelope;
import dev.costbot.slack.request.EnvelopeJson;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The front in a fresh JVM, started by AWS's runtime interface client as Lambda starts it. The
 * whole class path is there, so a class of another room or of an SDK would be found if asked for.
 */
class FrontRunsAloneTest {
  // The runtime interface client brings one class of software.amazon.awssdk.utilslite by itself.
  private static final Pattern FOREIGN =
      Pattern.compile(
          "dev\\.costbot\\.(?!app\\.front\\.|slack\\.request\\.).*"
              + "|software\\.amazon\\.awssdk\\.(?!utilslite\\.).*|com\\.fasterxml\\.jackson\\.databind\\..*"
              + "|okhttp3\\..*|com\\.slack\\..*|org\\.slf4j\\..*|kotlin\\..*");

  @TempDir Path folder;

  @Test
  void acknowledgesAndInvokesWithoutAClassOfAnotherRoom() throws Exception {
    Path loaded = folder.resolve("classes.txt");
    Path console = folder.resolve("console.txt");
    try (FakeAws aws = new FakeAws();
        FakeLambdaRuntime runtime = new FakeLambdaRuntime()) {
      aws.answers(FakeAws.Answer.of(202, ""));
      Process function = start(aws, runtime, loaded, console);
      try {
        runtime.invoke(
            SignedEvents.signed("slash-command", FrontUnderTest.SECRET, Instant.now())
                .toString()
                .getBytes(UTF_8));
        String outcome = runtime.outcome(Duration.ofSeconds(60));
        assertThat(outcome).as(() -> text(console)).startsWith("response ");

        JsonNode response = new ObjectMapper().readTree(outcome.substring("response ".length()));
        assertThat(response.get("statusCode").asInt()).isEqualTo(200);
        assertThat(response.get("body").asText()).contains("On it: “what are we wasting?”");
        assertThat(aws.calls()).hasSize(1);
        Envelope envelope = EnvelopeJson.read(aws.calls().getFirst().body().getBytes(UTF_8));
        assertThat(envelope.text()).isEqualTo("what are we wasting?");
        assertThat(text(console)).contains("kind=COMMAND").contains("status=200");
      } finally {
        function.destroy();
        function.waitFor(10, TimeUnit.SECONDS);
      }
    }
    List<String> classes =
        Files.readAllLines(loaded).stream()
            .filter(line -> line.contains(" source: "))
            .map(line -> line.replaceFirst("^(?:\\[[^]]*])* *", "").split(" ", 2)[0])
            .toList();
    assertThat(classes)
        .contains("dev.costbot.app.front.SlackFrontHandler", "dev.costbot.slack.request.Envelope")
        .noneMatch(name -> FOREIGN.matcher(name).matches());
  }

  private static Process start(FakeAws aws, FakeLambdaRuntime runtime, Path loaded, Path console)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-XX:TieredStopAtLevel=1",
            "-Xlog:class+load:file=" + loaded,
            "-cp",
            System.getProperty("java.class.path"),
            "com.amazonaws.services.lambda.runtime.api.client.AWSLambda",
            "dev.costbot.app.front.SlackFrontHandler");
    Map<String, String> environment = builder.environment();
    environment.putAll(aws.environment());
    environment.put("AWS_LAMBDA_RUNTIME_API", runtime.address());
    environment.put("_HANDLER", "dev.costbot.app.front.SlackFrontHandler");
    environment.put("AWS_LAMBDA_FUNCTION_NAME", "costbot-front");
    environment.put("AWS_LAMBDA_FUNCTION_VERSION", "1");
    environment.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512");
    environment.put("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/costbot-front");
    environment.put("AWS_LAMBDA_LOG_STREAM_NAME", "local");
    environment.put("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
    environment.put("LAMBDA_TASK_ROOT", new File("").getAbsolutePath());
    environment.put("SLACK_SIGNING_SECRET", FrontUnderTest.SECRET);
    environment.put("COSTBOT_WORKER_FUNCTION", "costbot-worker:live");
    builder.redirectErrorStream(true).redirectOutput(console.toFile());
    return builder.start();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      return "no console: " + unreadable.getMessage();
    }
  }
}

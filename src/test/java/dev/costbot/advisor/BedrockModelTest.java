package dev.costbot.advisor;

import static dev.costbot.advisor.ScriptedServer.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.costbot.advisor.LanguageModel.Message;
import dev.costbot.advisor.LanguageModel.Prompt;
import dev.costbot.advisor.LanguageModel.Reply;
import dev.costbot.advisor.LanguageModel.Role;
import dev.costbot.advisor.ScriptedServer.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;

/** Against a server that speaks the JSON of the Converse operation in Bedrock's API reference. */
class BedrockModelTest {
  private static final String MODEL = "us.anthropic.claude-haiku-4-5-20251001-v1:0";

  private static String converse(String text, String stop) {
    return """
        {"output":{"message":{"role":"assistant","content":[
           {"reasoningContent":{"reasoningText":{"text":"hm"}}},{"text":"%s"}]}},
         "stopReason":"%s","usage":{"inputTokens":30,"outputTokens":12,"totalTokens":42},
         "metrics":{"latencyMs":551}}
        """
        .formatted(text, stop);
  }

  private static Response.Whole error(int status, String type) {
    return new Response.Whole(
        status,
        Map.of("x-amzn-ErrorType", type, "Content-Type", "application/json"),
        "{\"message\":\"User: arn:aws:iam::123456789012:user/x is not allowed\"}");
  }

  private static Reply ask(ScriptedServer server, Duration limit) throws ModelUnavailableException {
    try (BedrockRuntimeClient client =
        BedrockRuntimeClient.builder()
            .endpointOverride(server.uri())
            .region(Region.US_EAST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
            .httpClient(UrlConnectionHttpClient.create())
            .build()) {
      return new BedrockModel(client, MODEL)
          .complete(
              new Prompt(
                  "Answer in json.",
                  List.of(new Message(Role.USER, "what cost most?")),
                  700,
                  limit));
    }
  }

  private static Reply ask(ScriptedServer server) throws ModelUnavailableException {
    return ask(server, Duration.ofSeconds(20));
  }

  @Test
  void readsTheTextWithoutTheThoughts() throws Exception {
    try (ScriptedServer server = new ScriptedServer(status(200, converse("{}", "end_turn")))) {
      assertThat(ask(server)).isEqualTo(new Reply("{}", 42));
      ScriptedServer.Request request = server.requests().getFirst();
      assertThat(request.path())
          .isEqualTo("/model/us.anthropic.claude-haiku-4-5-20251001-v1%3A0/converse");
      assertThat(request.authorization()).startsWith("AWS4-HMAC-SHA256 Credential=test/");
      assertThat(new ObjectMapper().readTree(request.body()))
          .isEqualTo(
              new ObjectMapper()
                  .readTree(
                      """
                      {"messages":[{"role":"user","content":[{"text":"what cost most?"}]}],
                       "system":[{"text":"Answer in json."}],
                       "inferenceConfig":{"maxTokens":700,"temperature":0.0}}
                      """));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "403,AccessDeniedException,bedrock:InvokeModel",
    "400,ValidationException,check that the model id us.anthropic",
    "404,ResourceNotFoundException,check that the model id us.anthropic",
    "429,ThrottlingException,too many requests",
    "400,ServiceQuotaExceededException,too many requests",
    "408,ModelTimeoutException,did not answer in time",
    "503,ServiceUnavailableException,out of order or overloaded",
  })
  void saysWhatToDoAboutAnError(int status, String type, String words) {
    try (ScriptedServer server = new ScriptedServer(error(status, type))) {
      assertThatThrownBy(() -> ask(server))
          .isInstanceOf(ModelUnavailableException.class)
          .hasMessageContaining(words)
          .hasMessageNotContaining("123456789012");
    }
  }

  @Test
  void triesAgainAfterThrottling() throws Exception {
    try (ScriptedServer server =
        new ScriptedServer(
            error(429, "ThrottlingException"), status(200, converse("{}", "end_turn")))) {
      assertThat(ask(server).tokens()).isEqualTo(42);
    }
  }

  @Test
  void givesUpInTimeOnASlowModel() {
    try (ScriptedServer server =
        new ScriptedServer(new Response.KeepAlive(Duration.ofSeconds(20)))) {
      long start = System.nanoTime();
      assertThatThrownBy(() -> ask(server, Duration.ofMillis(1_500)))
          .isInstanceOf(ModelUnavailableException.class)
          .hasMessage("the model did not answer in time");
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'  ',end_turn,the model answered with nothing",
    "'{',max_tokens,the model's answer was longer than allowed",
    "no,guardrail_intervened,Bedrock withheld the model's answer",
    "no,content_filtered,Bedrock withheld the model's answer",
    "no,tool_use,the model did not finish its answer",
    "no,something_new,the model did not finish its answer",
  })
  void refusesAReplyThatIsNoWholeText(String text, String stop, String message) {
    try (ScriptedServer server = new ScriptedServer(status(200, converse(text, stop)))) {
      assertThatThrownBy(() -> ask(server))
          .isInstanceOf(ModelUnavailableException.class)
          .hasMessage(message);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"stopReason\":\"end_turn\"}", "<html>"})
  void refusesAResponseOfAnotherShape(String body) {
    try (ScriptedServer server = new ScriptedServer(status(200, body))) {
      assertThatThrownBy(() -> ask(server)).isInstanceOf(ModelUnavailableException.class);
    }
  }

  @Test
  void needsOnePermission() {
    assertThat(BedrockModel.permissions()).containsExactly("bedrock:InvokeModel");
  }
}

package dev.costbot.advisor;

import static dev.costbot.advisor.ScriptedServer.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.costbot.advisor.LanguageModel.Message;
import dev.costbot.advisor.LanguageModel.Prompt;
import dev.costbot.advisor.LanguageModel.Reply;
import dev.costbot.advisor.LanguageModel.Role;
import dev.costbot.advisor.ModelSettings.Dialect;
import dev.costbot.advisor.ScriptedServer.Response;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenAiCompatibleModelTest {
  private static final String KEY = "sk-secret-0123456789";

  /** The shape of the example response in DeepSeek's and OpenAI's API references. */
  private static final String GOOD = completion("{\\\"sentences\\\":[]}", "stop");

  private static String completion(String content, String finish) {
    return """
        {"id":"1","object":"chat.completion","created":1718345013,"model":"deepseek-flash",
         "choices":[{"index":0,"message":{"role":"assistant","content":"%s"},"finish_reason":"%s"}],
         "usage":{"prompt_tokens":16,"completion_tokens":10,"total_tokens":26}}
        """
        .formatted(content, finish);
  }

  private static Reply ask(ScriptedServer server, Dialect dialect, Duration limit)
      throws ModelUnavailableException {
    ModelSettings settings = new ModelSettings(server.uri(), "deepseek-flash", KEY, dialect);
    return new OpenAiCompatibleModel(settings, new OkHttpClient())
        .complete(
            new Prompt(
                "Answer in json.", List.of(new Message(Role.USER, "what cost most?")), 700, limit));
  }

  private static Reply ask(ScriptedServer server) throws ModelUnavailableException {
    return ask(server, Dialect.DEEPSEEK, Duration.ofSeconds(10));
  }

  @Test
  void readsTheTextAndTheTokens() throws Exception {
    try (ScriptedServer server = new ScriptedServer(status(200, GOOD))) {
      assertThat(ask(server)).isEqualTo(new Reply("{\"sentences\":[]}", 26));
    }
  }

  @Test
  void readsPastTheBlankLinesThatKeepAConnectionAlive() throws Exception {
    try (ScriptedServer server = new ScriptedServer(status(200, "\n\n\n\n" + GOOD))) {
      assertThat(ask(server).tokens()).isEqualTo(26);
    }
  }

  @Test
  void asksDeepSeekForJsonWithoutThinking() throws Exception {
    try (ScriptedServer server = new ScriptedServer(status(200, GOOD))) {
      var _ = ask(server);
      ScriptedServer.Request request = server.requests().getFirst();
      assertThat(request.method()).isEqualTo("POST");
      assertThat(request.path()).isEqualTo("/chat/completions");
      assertThat(request.authorization()).isEqualTo("Bearer " + KEY);
      assertThat(new ObjectMapper().readTree(request.body()))
          .isEqualTo(
              new ObjectMapper()
                  .readTree(
                      """
                      {"model":"deepseek-flash",
                       "messages":[{"role":"system","content":"Answer in json."},
                                   {"role":"user","content":"what cost most?"}],
                       "response_format":{"type":"json_object"},
                       "thinking":{"type":"disabled"},
                       "max_tokens":700,"temperature":0}
                      """));
    }
  }

  @ParameterizedTest
  @CsvSource({"OPENAI,max_completion_tokens", "COMPATIBLE,max_tokens"})
  void sendsOthersOnlyWhatTheyKnow(Dialect dialect, String limit) throws Exception {
    try (ScriptedServer server = new ScriptedServer(status(200, GOOD))) {
      var _ = ask(server, dialect, Duration.ofSeconds(10));
      JsonNode body = new ObjectMapper().readTree(server.requests().getFirst().body());
      assertThat(body.has("thinking")).isFalse();
      assertThat(body.path(limit).asInt()).isEqualTo(700);
      assertThat(body.path("response_format").path("type").asText()).isEqualTo("json_object");
    }
  }

  @Test
  void knowsADialectByItsHost() {
    assertThat(ModelSettings.of(URI.create("https://api.deepseek.com"), "m", "").dialect())
        .isEqualTo(Dialect.DEEPSEEK);
    assertThat(ModelSettings.of(URI.create("https://api.openai.com/v1"), "m", "").dialect())
        .isEqualTo(Dialect.OPENAI);
    assertThat(
            ModelSettings.of(URI.create("https://api.deepseek.com.evil.test"), "m", "").dialect())
        .isEqualTo(Dialect.COMPATIBLE);
  }

  @Test
  void givesUpInTimeOnAServerThatOnlyKeepsTheConnectionAlive() {
    try (ScriptedServer server =
        new ScriptedServer(new Response.KeepAlive(Duration.ofSeconds(20)))) {
      long start = System.nanoTime();
      assertThatThrownBy(() -> ask(server, Dialect.DEEPSEEK, Duration.ofMillis(600)))
          .isInstanceOf(ModelUnavailableException.class)
          .hasMessage("the model did not answer in time");
      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .isBetween(Duration.ofMillis(550), Duration.ofMillis(1_600));
      assertThat(server.requests()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 503})
  void triesAgainAfterAPassingError(int passing) throws Exception {
    try (ScriptedServer server = new ScriptedServer(status(passing, ""), status(200, GOOD))) {
      assertThat(ask(server).tokens()).isEqualTo(26);
      assertThat(server.requests()).hasSize(2);
    }
  }

  @Test
  void waitsAsLongAsTheServerAsks() throws Exception {
    try (ScriptedServer server =
        new ScriptedServer(
            new Response.Whole(429, Map.of("Retry-After", "1"), ""), status(200, GOOD))) {
      long start = System.nanoTime();
      assertThat(ask(server).tokens()).isEqualTo(26);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofSeconds(1));
    }
  }

  @Test
  void doesNotWaitLongerThanTheCallMayTake() {
    try (ScriptedServer server =
        new ScriptedServer(new Response.Whole(429, Map.of("Retry-After", "3600"), ""))) {
      assertThatThrownBy(() -> ask(server, Dialect.DEEPSEEK, Duration.ofSeconds(5)))
          .hasMessage("the DeepSeek server has too many requests (HTTP 429)");
      assertThat(server.requests()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 503})
  void givesUpOnAnErrorThatDoesNotPass(int status) {
    try (ScriptedServer server = new ScriptedServer(status(status, "{}"))) {
      long start = System.nanoTime();
      assertThatThrownBy(() -> ask(server, Dialect.DEEPSEEK, Duration.ofMillis(900)))
          .isInstanceOf(ModelUnavailableException.class)
          .hasMessageContaining("HTTP " + status);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(1_900));
      assertThat(server.requests()).hasSizeBetween(2, 5);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "400, the DeepSeek server refused the request as invalid (HTTP 400)",
    "401, the DeepSeek key was not accepted (HTTP 401)",
    "402, the DeepSeek account has no balance left (HTTP 402)",
    "404, the DeepSeek server knows no model deepseek-flash at this URL (HTTP 404)",
    "422, the DeepSeek server refused the request as invalid (HTTP 422)",
    "302, the DeepSeek server answered unexpectedly (HTTP 302)",
  })
  void asksOnlyOnceWhereAskingAgainCannotHelp(int status, String message) {
    try (ScriptedServer server =
        new ScriptedServer(
            new Response.Whole(status, Map.of("Location", "http://127.0.0.1:1/"), "<html>"))) {
      assertThatThrownBy(() -> ask(server))
          .isInstanceOf(ModelUnavailableException.class)
          .hasMessage(message);
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void repeatsTheCodeOfAnErrorAndNeverTheKey() {
    String body =
        """
        {"error":{"message":"Incorrect API key provided: %s","type":"invalid_request_error",
         "param":null,"code":"invalid_api_key"}}
        """
            .formatted(KEY);
    try (ScriptedServer server = new ScriptedServer(status(401, body))) {
      assertThatThrownBy(() -> ask(server))
          .hasMessage("the DeepSeek key was not accepted (HTTP 401, invalid_api_key)")
          .satisfies(e -> assertThat(withCauses(e)).doesNotContain(KEY));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'','stop',the model answered with nothing",
    "'   \\n \\n','stop',the model answered with nothing",
    "'{','length',the model's answer was longer than allowed",
    "'no','content_filter',the model's provider withheld the answer",
    "'','tool_calls',the model did not finish its answer",
    "'','insufficient_system_resource',the model's provider is overloaded",
  })
  void refusesAReplyThatIsNoWholeText(String content, String finish, String message) {
    try (ScriptedServer server = new ScriptedServer(status(200, completion(content, finish)))) {
      assertThatThrownBy(() -> ask(server))
          .isInstanceOf(ModelUnavailableException.class)
          .hasMessage(message);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"<html>busy</html>", "", "[", "{\"choices\":"})
  void refusesAResponseThatIsNotJson(String body) {
    try (ScriptedServer server = new ScriptedServer(status(200, body))) {
      assertThatThrownBy(() -> ask(server)).isInstanceOf(ModelUnavailableException.class);
    }
  }

  @Test
  void refusesAResponseWithoutEnd() {
    try (ScriptedServer server = new ScriptedServer(new Response.Huge())) {
      assertThatThrownBy(() -> ask(server))
          .isInstanceOf(ModelUnavailableException.class)
          .hasMessage("the model's answer was longer than allowed");
    }
  }

  @Test
  void saysThatAConnectionBroke() {
    try (ScriptedServer server = new ScriptedServer(new Response.Broken())) {
      assertThatThrownBy(() -> ask(server))
          .isInstanceOf(ModelUnavailableException.class)
          .hasMessage("the connection to the model broke")
          .satisfies(e -> assertThat(withCauses(e)).doesNotContain(KEY));
    }
  }

  @Test
  void saysThatTheServerCannotBeReached() {
    ScriptedServer gone = new ScriptedServer(status(200, GOOD));
    gone.close();
    assertThatThrownBy(() -> ask(gone, Dialect.DEEPSEEK, Duration.ofMillis(700)))
        .isInstanceOf(ModelUnavailableException.class)
        .hasMessage("the model's server cannot be reached");
  }

  @Test
  void neverShowsTheKey() {
    ModelSettings settings = ModelSettings.of(URI.create("https://api.deepseek.com"), "m", KEY);
    assertThat(settings.toString()).doesNotContain(KEY).contains("key not shown");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ModelSettings.of(URI.create("https://a.test"), "m", "two " + KEY))
        .satisfies(e -> assertThat(withCauses(e)).doesNotContain(KEY));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://api.deepseek.com",
        "ftp://api.deepseek.com",
        "api.deepseek.com",
        "https://user:password@api.deepseek.com",
        "https://api.deepseek.com?key=1"
      })
  void refusesAUrlThatWouldGiveTheKeyAway(String url) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ModelSettings.of(URI.create(url), "m", KEY));
  }

  private static String withCauses(Throwable problem) {
    StringWriter text = new StringWriter();
    problem.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}

package dev.costbot.advisor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;

/** The JSON of {@code POST /chat/completions}, written and read. */
final class OpenAiProtocol {
  /** OpenAI's reasoning models answer 400 to any temperature but their own. */
  private static final Pattern REFUSES_TEMPERATURE = Pattern.compile("(o\\d|gpt-5).*");

  /** Error codes are words such as {@code invalid_api_key}; anything else is not repeated. */
  private static final Pattern ERROR_CODE = Pattern.compile("[a-z][a-z_]{1,60}");

  private final ObjectMapper json = new ObjectMapper();
  private final ModelSettings settings;

  OpenAiProtocol(ModelSettings settings) {
    this.settings = settings;
  }

  /** The request in JSON mode, which wants the word "json" somewhere in the prompt. */
  byte[] request(LanguageModel.Prompt prompt) {
    ObjectNode body = json.createObjectNode().put("model", settings.model());
    ArrayNode messages = body.putArray("messages");
    messages.addObject().put("role", "system").put("content", prompt.instructions());
    for (LanguageModel.Message message : prompt.messages()) {
      messages
          .addObject()
          .put("role", message.role().name().toLowerCase(Locale.ROOT))
          .put("content", message.text());
    }
    body.putObject("response_format").put("type", "json_object");
    switch (settings.dialect()) {
      case DEEPSEEK -> {
        body.putObject("thinking").put("type", "disabled");
        body.put("max_tokens", prompt.maxTokens()).put("temperature", 0);
      }
      case OPENAI -> {
        body.put("max_completion_tokens", prompt.maxTokens());
        if (!REFUSES_TEMPERATURE.matcher(settings.model()).matches()) {
          body.put("temperature", 0);
        }
      }
      case COMPATIBLE -> body.put("max_tokens", prompt.maxTokens()).put("temperature", 0);
    }
    try {
      return json.writeValueAsBytes(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a request of plain text could not be written", e);
    }
  }

  /**
   * The reply in a response of status 200.
   *
   * @throws ModelUnavailableException when there is no whole, non-blank text in it
   */
  LanguageModel.Reply reply(byte[] body) throws ModelUnavailableException {
    JsonNode root = read(body);
    JsonNode choice = root.path("choices").path(0);
    String finish = choice.path("finish_reason").asText("");
    String text = choice.path("message").path("content").asText("");
    switch (finish) {
      case "length" ->
          throw new ModelUnavailableException("the model's answer was longer than allowed");
      case "content_filter" ->
          throw new ModelUnavailableException("the model's provider withheld the answer");
      case "insufficient_system_resource" ->
          throw new ModelUnavailableException("the model's provider is overloaded");
      case "stop", "", "null" -> {
        if (text.isBlank()) {
          throw new ModelUnavailableException("the model answered with nothing");
        }
      }
      default -> throw new ModelUnavailableException("the model did not finish its answer");
    }
    JsonNode usage = root.path("usage");
    int tokens =
        usage
            .path("total_tokens")
            .asInt(usage.path("prompt_tokens").asInt(0) + usage.path("completion_tokens").asInt(0));
    return new LanguageModel.Reply(text, Math.max(0, tokens));
  }

  /** The code of an error response, or empty; its message is left alone, it may quote the key. */
  String errorCode(byte[] body) {
    try {
      JsonNode error = json.readTree(body).path("error");
      String code = error.path("code").asText("");
      String said = ERROR_CODE.matcher(code).matches() ? code : error.path("type").asText("");
      return ERROR_CODE.matcher(said).matches() ? said : "";
    } catch (IOException e) {
      // Proxies answer errors in HTML: the status alone has to do.
      return "";
    }
  }

  private JsonNode read(byte[] body) throws ModelUnavailableException {
    try {
      return json.readTree(body);
    } catch (IOException e) {
      // Not passed on: Jackson quotes the text it failed on.
      throw new ModelUnavailableException("the model's server did not answer in JSON");
    }
  }
}

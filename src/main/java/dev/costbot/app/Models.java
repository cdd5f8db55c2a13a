package dev.costbot.app;

import dev.costbot.advisor.BedrockModel;
import dev.costbot.advisor.LanguageModel;
import dev.costbot.advisor.ModelAdvisor;
import dev.costbot.advisor.ModelSettings;
import dev.costbot.advisor.OpenAiCompatibleModel;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import okhttp3.OkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;

/** The model the settings name, if any. */
public final class Models {
  private static final String DEEPSEEK_URL = "https://api.deepseek.com";
  private static final String DEEPSEEK_MODEL = "deepseek-flash";
  private static final String OPENAI_URL = "https://api.openai.com/v1";

  private final Optional<LanguageModel> model;
  private final boolean maskAccounts;

  private Models(Optional<LanguageModel> model, boolean maskAccounts) {
    this.model = model;
    this.maskAccounts = maskAccounts;
  }

  /**
   * Reads {@code COSTBOT_MODEL} (deepseek, openai, bedrock or rules; rules when it is not set),
   * {@code COSTBOT_MODEL_URL}, {@code COSTBOT_MODEL_NAME} and {@code COSTBOT_MODEL_KEY}.
   *
   * @throws IllegalArgumentException naming the setting that is missing or wrong
   */
  public static Models of(Map<String, String> environment, boolean maskAccounts) {
    String kind = setting(environment, "COSTBOT_MODEL").toLowerCase(Locale.ROOT);
    String url = setting(environment, "COSTBOT_MODEL_URL");
    String name = setting(environment, "COSTBOT_MODEL_NAME");
    String key = setting(environment, "COSTBOT_MODEL_KEY");
    Optional<LanguageModel> model =
        switch (kind) {
          case "", "rules" -> Optional.empty();
          case "deepseek" ->
              Optional.of(
                  openAi(
                      url.isEmpty() ? DEEPSEEK_URL : url,
                      name.isEmpty() ? DEEPSEEK_MODEL : name,
                      key));
          case "openai" ->
              Optional.of(openAi(url.isEmpty() ? OPENAI_URL : url, required(name, kind), key));
          case "bedrock" -> Optional.of(bedrock(required(name, kind)));
          default ->
              throw new IllegalArgumentException(
                  "COSTBOT_MODEL is \"%s\"; expected deepseek, openai, bedrock or rules"
                      .formatted(kind));
        };
    return new Models(model, maskAccounts);
  }

  /** Whether the model of these settings is one that is paid by a key. */
  static boolean wantsKey(Map<String, String> environment) {
    String kind = setting(environment, "COSTBOT_MODEL").toLowerCase(Locale.ROOT);
    return kind.equals("deepseek") || kind.equals("openai");
  }

  /** Empty when answers are written by rules alone. */
  public Optional<ModelAdvisor> advisor() {
    return model.map(known -> new ModelAdvisor(known, maskAccounts));
  }

  private static LanguageModel openAi(String url, String name, String key) {
    try {
      return new OpenAiCompatibleModel(
          ModelSettings.of(URI.create(url), name, key), new OkHttpClient());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("COSTBOT_MODEL_URL, _NAME, _KEY: " + e.getMessage(), e);
    }
  }

  private static LanguageModel bedrock(String name) {
    return new BedrockModel(
        BedrockRuntimeClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder()).build(),
        name);
  }

  private static String required(String name, String kind) {
    if (name.isEmpty()) {
      throw new IllegalArgumentException(
          "COSTBOT_MODEL is %s, so COSTBOT_MODEL_NAME has to name a model".formatted(kind));
    }
    return name;
  }

  private static String setting(Map<String, String> environment, String name) {
    return environment.getOrDefault(name, "").strip();
  }
}

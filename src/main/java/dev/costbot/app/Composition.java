package dev.costbot.app;

import dev.costbot.advisor.Advisor;
import dev.costbot.app.front.SecretUnavailableException;
import dev.costbot.conversation.ConversationStore;
import dev.costbot.cost.BundledPrices;
import dev.costbot.delivery.Delivery;
import dev.costbot.delivery.DeliveryStore;
import dev.costbot.delivery.Timing;
import dev.costbot.knowledge.FixWriter;
import dev.costbot.knowledge.KeywordRetrieval;
import dev.costbot.knowledge.KnowledgeBase;
import dev.costbot.slack.request.ResponseOrigins;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import okhttp3.OkHttpClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts a worker together: the one place where its parts meet. */
public final class Composition {
  private static final Logger LOG = LoggerFactory.getLogger(Composition.class);
  private static final String SLACK = "https://slack.com/api/";
  private static final Duration FRESH = Duration.ofMinutes(15);

  private Composition() {}

  /** Where a worker keeps what has to outlive it. */
  public record Stores(ConversationStore conversations, DeliveryStore deliveries, Quota quota) {}

  /**
   * A worker by these settings.
   *
   * @throws IllegalArgumentException naming the setting that is missing or wrong
   */
  public static Worker worker(
      Map<String, String> environment,
      Secrets secrets,
      AccountSource account,
      Stores stores,
      InstantSource time) {
    Config config = Config.of(environment.get(Config.SETTING));
    Judge judge = new Judge(BundledPrices.list(), config);
    KnowledgeBase knowledge =
        KnowledgeBase.ofChecks(judge.checks().stream().map(check -> check.id()).toList());
    ModelByKey advisors = new ModelByKey(environment, secrets, config, knowledge);
    // Says at the start, not at the first question, that a setting makes no sense.
    Models.of(environment, config.maskAccountIds());
    return new Worker(
        new Worker.Parts(
            replies(
                environment, config, secrets, stores.conversations(), stores.deliveries(), time),
            new Conversations(stores.conversations()),
            advisors::advisor,
            new RecentScans(account, FRESH),
            judge,
            new FixWriter(knowledge),
            stores.quota(),
            config,
            time));
  }

  /**
   * What posts, by these settings, without what finds answers.
   *
   * @throws IllegalArgumentException naming the setting that is missing or wrong
   */
  public static Replies replies(
      Map<String, String> environment,
      Secrets secrets,
      ConversationStore conversations,
      DeliveryStore deliveries,
      InstantSource time) {
    Config config = Config.of(environment.get(Config.SETTING));
    return replies(environment, config, secrets, conversations, deliveries, time);
  }

  private static Replies replies(
      Map<String, String> environment,
      Config config,
      Secrets secrets,
      ConversationStore conversations,
      DeliveryStore deliveries,
      InstantSource time) {
    String api = environment.getOrDefault("SLACK_API_URL", "").strip();
    return new Replies(
        new Delivery(deliveries, time, Timing.STANDARD),
        new Conversations(conversations),
        new Posters(
            secrets,
            api.isEmpty() ? SLACK : api,
            ResponseOrigins.of(environment.get(ResponseOrigins.SETTING)),
            new OkHttpClient(),
            time),
        new Places(config.publicChannels()),
        time);
  }

  /** Keeps an advisor for as long as the model's key stays the same. */
  private static final class ModelByKey {
    private final Map<String, String> environment;
    private final Secrets secrets;
    private final Config config;
    private final KnowledgeBase knowledge;
    private Optional<String> key = Optional.empty();
    private Optional<Advisor> advisor = Optional.empty();

    ModelByKey(
        Map<String, String> environment, Secrets secrets, Config config, KnowledgeBase knowledge) {
      this.environment = environment;
      this.secrets = secrets;
      this.config = config;
      this.knowledge = knowledge;
    }

    synchronized Advisor advisor() {
      Optional<String> current = key();
      if (advisor.isEmpty() || !current.equals(key)) {
        key = current;
        Map<String, String> complete = new HashMap<>(environment);
        current.ifPresent(known -> complete.put("COSTBOT_MODEL_KEY", known));
        Models models = Models.of(complete, config.maskAccountIds());
        advisor =
            Optional.of(new Advisor(knowledge, new KeywordRetrieval(knowledge), models.advisor()));
      }
      return advisor.get();
    }

    private Optional<String> key() {
      try {
        return Models.wantsKey(environment) ? secrets.modelKey() : Optional.empty();
      } catch (SecretUnavailableException e) {
        LOG.warn("Going on with the key there is: {}", e.reason());
        return key;
      }
    }
  }
}

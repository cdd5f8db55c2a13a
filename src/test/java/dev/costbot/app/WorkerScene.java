package dev.costbot.app;

import dev.costbot.advisor.Advisor;
import dev.costbot.conversation.Bounds;
import dev.costbot.conversation.ConversationStore;
import dev.costbot.conversation.InMemoryConversationStore;
import dev.costbot.cost.BundledPrices;
import dev.costbot.delivery.Delivery;
import dev.costbot.delivery.DeliveryStore;
import dev.costbot.delivery.InMemoryDeliveryStore;
import dev.costbot.delivery.Outcome;
import dev.costbot.delivery.Timing;
import dev.costbot.knowledge.FixWriter;
import dev.costbot.knowledge.KeywordRetrieval;
import dev.costbot.knowledge.KnowledgeBase;
import dev.costbot.slack.SlackServer;
import dev.costbot.slack.SlackServer.Reply;
import dev.costbot.slack.request.Envelope;
import dev.costbot.slack.request.Envelope.Kind;
import dev.costbot.slack.request.EnvelopeJson;
import dev.costbot.slack.request.ResponseOrigins;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * A worker with its real parts, over the sample account and a Slack on this machine. What is set
 * here counts for the workers made afterwards; the stores outlive them, as a deployment's tables
 * do.
 */
public final class WorkerScene implements AutoCloseable {
  static final Instant TEN = Instant.parse("2026-11-21T10:00:00Z");
  static final String TEAM = "T1";
  static final String CHANNEL = "C1";
  public static final String ADA = "U0ADA";
  public static final String POST = "api/chat.postMessage";
  public static final String EPHEMERAL = "api/chat.postEphemeral";

  /** As in production but for the pauses between posts. */
  static final Timing TIMING =
      new Timing(
          Duration.ofSeconds(30),
          Duration.ofSeconds(10),
          Duration.ofSeconds(8),
          Duration.ofMillis(1),
          4,
          3);

  public final AtomicReference<Instant> now = new AtomicReference<>(TEN);
  public final SlackServer slack = new SlackServer();
  ConversationStore conversations = new InMemoryConversationStore(Bounds.STANDARD, now::get);
  public DeliveryStore deliveries = new InMemoryDeliveryStore();
  Quota quota = new InMemoryQuota();
  public AccountSource account = new SampleSource();
  public Optional<String> botToken = Optional.of("xoxb-test");
  public List<String> publicChannels = List.of();
  int questionsPerHour = 30;
  final KnowledgeBase knowledge;
  Supplier<Advisor> advisor;

  public WorkerScene() throws IOException {
    Judge judge = new Judge(BundledPrices.list(), Config.standard());
    knowledge = KnowledgeBase.ofChecks(judge.checks().stream().map(check -> check.id()).toList());
    Advisor byRules = new Advisor(knowledge, new KeywordRetrieval(knowledge), Optional.empty());
    advisor = () -> byRules;
    for (String path : List.of("respond", EPHEMERAL)) {
      slack.reply(path, Reply.json("{\"ok\":true}"));
    }
  }

  Replies replies() {
    return new Replies(
        new Delivery(deliveries, now::get, TIMING),
        new Conversations(conversations),
        new Posters(
            new Secrets(
                botToken.map(token -> Map.of("SLACK_BOT_TOKEN", token)).orElse(Map.of()),
                Optional.empty(),
                "",
                now::get),
            slack.url("api/").toString(),
            ResponseOrigins.of("http://127.0.0.1:" + slack.url("").getPort()),
            new OkHttpClient(),
            now::get),
        new Places(publicChannels),
        now::get);
  }

  public Worker worker() {
    Map<String, Map<String, BigDecimal>> thresholds = Map.of();
    Config config = new Config(Map.of(), publicChannels, questionsPerHour, true, thresholds);
    return new Worker(
        new Worker.Parts(
            replies(),
            new Conversations(conversations),
            () -> advisor.get(),
            account,
            new Judge(BundledPrices.list(), config),
            new FixWriter(knowledge),
            quota,
            config,
            now::get));
  }

  /** What a worker that starts now makes of it, with Lambda's five minutes. */
  Outcome answer(Envelope envelope) throws InterruptedException {
    return answer(envelope, Duration.ofMinutes(5));
  }

  Outcome answer(Envelope envelope, Duration time) throws InterruptedException {
    return worker().answer(EnvelopeJson.write(envelope), now.get().plus(time));
  }

  /** A slash command; its id is the text's. */
  public Envelope command(String user, String text) {
    return envelope(Kind.COMMAND, CHANNEL, user, text, slack.url("respond").toString(), null, null);
  }

  public Envelope mention(String text, @Nullable String thread, String ts) {
    return envelope(Kind.MENTION, CHANNEL, ADA, text, null, thread, ts);
  }

  /** A message in a thread that does not mention costbot. */
  public Envelope message(String user, String text, String thread, String ts) {
    return envelope(Kind.MESSAGE, CHANNEL, user, text, null, thread, ts);
  }

  public Envelope directMessage(String text, String ts) {
    return envelope(Kind.MESSAGE, "D1", ADA, text, null, null, ts);
  }

  private Envelope envelope(
      Kind kind,
      String channel,
      String user,
      String text,
      @Nullable String responseUrl,
      @Nullable String thread,
      @Nullable String ts) {
    String id = kind + "-" + user + "-" + text + "-" + ts;
    return new Envelope(id, kind, TEAM, channel, user, text, responseUrl, thread, ts, now.get());
  }

  /** Slack's answer to a message it took. */
  public static Reply posted(String ts) {
    return Reply.json("{\"ok\":true,\"channel\":\"C1\",\"ts\":\"" + ts + "\"}");
  }

  static Reply refused(String error) {
    return Reply.json("{\"ok\":false,\"error\":\"" + error + "\"}");
  }

  /** What is said to a follow-up when nothing of what it follows may be used. */
  static String nothingRemembered() {
    return "that is not remembered here";
  }

  /** The bodies sent to the response URL. */
  public List<String> responses() {
    return slack.sent("respond").stream().map(SlackServer.Sent::body).toList();
  }

  @Override
  public void close() {
    slack.close();
  }
}

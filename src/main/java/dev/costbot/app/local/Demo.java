package dev.costbot.app.local;

import dev.costbot.app.AccountSource;
import dev.costbot.app.Composition;
import dev.costbot.app.DynamoDbQuota;
import dev.costbot.app.SampleSource;
import dev.costbot.app.Secrets;
import dev.costbot.app.Worker;
import dev.costbot.app.front.Askers;
import dev.costbot.app.front.GivenSigningSecret;
import dev.costbot.app.front.SlackFrontHandler;
import dev.costbot.conversation.DynamoDbConversationStore;
import dev.costbot.delivery.DynamoDbDeliveryStore;
import dev.costbot.slack.request.ResponseOrigins;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The main job on embedded parts, narrated. */
public final class Demo {
  private static final String SECRET = "the-demo-signs-its-own-requests";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final PrintWriter out;

  public Demo(PrintWriter out) {
    this.out = out;
  }

  /**
   * Runs it.
   *
   * @throws IllegalStateException when something did not go as it must
   */
  public void run() throws IOException, InterruptedException {
    say(
        """
        This is costbot's main job from end to end, on this machine alone: signed requests as Slack
        sends them, through the handlers that run in Lambda, with DynamoDB Local and the bundled
        sample account (%s is its today). Answers are written by rules; no model is asked.
        """
            .formatted(new SampleSource().time().instant().toString().substring(0, 10)));
    Clock clock = Clock.systemUTC();
    try (EmbeddedDynamoDb dynamoDb = new EmbeddedDynamoDb();
        SlackStandIn slack = SlackStandIn.start(SECRET, clock)) {
      Map<String, String> environment = Map.of(ResponseOrigins.SETTING, slack.origin());
      Composition.Stores stores = stores(dynamoDb.client());
      AccountSource account = new SampleSource();
      Worker worker =
          Composition.worker(
              environment,
              new Secrets(environment, Optional.empty(), "", clock),
              account,
              stores,
              clock);
      try (LocalWorker local = new LocalWorker(worker, stores.deliveries(), clock);
          LocalServer server =
              LocalServer.start(
                  "127.0.0.1",
                  0,
                  new SlackFrontHandler(
                      new GivenSigningSecret(SECRET),
                      local,
                      Askers.EVERYONE,
                      ResponseOrigins.of(slack.origin()),
                      clock))) {
        slack.connect(server.port());
        slack.command("what is 0?", "warm-up", PATIENCE);
        ask(slack, "what are we wasting?", "1");
        ask(slack, "only the biggest three", "2");
        ask(slack, "how do I fix that?", "3");
        ask(slack, "how much did we spend last week by service?", "4");
        refuse(slack);
        repeat(slack);
      }
    }
    say(
        """
        That was all of it, and it worked. To go on:
          ./costbot check --source sample                     the findings in full
          ./costbot ask "and in eu-west-1?" --source sample   any question
          ./costbot fix ebs-volume-gp2 --source sample --out fix
          ./costbot check                                     your own account (AWS credentials)
          README.md                                           Slack, Lambda, Terraform
        """);
  }

  private void ask(SlackStandIn slack, String question, String id)
      throws IOException, InterruptedException {
    say("\n--- /costbot " + question);
    SlackStandIn.Exchange exchange = slack.command(question, id, PATIENCE);
    say(
        "acknowledged after %d ms: %s"
            .formatted(exchange.acknowledgedAfter().toMillis(), exchange.acknowledgement()));
    say("answered after %d ms:\n".formatted(exchange.answeredAfter().toMillis()));
    say(MessageText.of(exchange.answer()));
  }

  private void refuse(SlackStandIn slack) throws IOException, InterruptedException {
    say("\n--- the same with a forged signature");
    int status = slack.forged("what are we wasting?");
    say("refused with status " + status);
    require(status == 401, "a forged signature was not refused");
  }

  private void repeat(SlackStandIn slack) throws IOException, InterruptedException {
    say("\n--- Slack repeats a request it has sent before");
    int before = slack.answers();
    slack.repeat("how do I fix that?", "3");
    Thread.sleep(Duration.ofMillis(500));
    say("answers posted for the repeat: " + (slack.answers() - before));
    require(slack.answers() == before, "a repeated request was answered twice");
  }

  private static Composition.Stores stores(DynamoDbClient dynamoDb) throws InterruptedException {
    DynamoDbTables.createIfMissing(
        dynamoDb,
        DynamoDbConversationStore.table("costbot-conversations"),
        DynamoDbConversationStore.TTL_ATTRIBUTE);
    DynamoDbTables.createIfMissing(
        dynamoDb,
        DynamoDbDeliveryStore.table("costbot-deliveries"),
        DynamoDbDeliveryStore.TTL_ATTRIBUTE);
    DynamoDbTables.createIfMissing(
        dynamoDb,
        DynamoDbDeliveryStore.table("costbot-cache"),
        DynamoDbDeliveryStore.TTL_ATTRIBUTE);
    return new Composition.Stores(
        new DynamoDbConversationStore(dynamoDb, "costbot-conversations"),
        new DynamoDbDeliveryStore(dynamoDb, "costbot-deliveries"),
        new DynamoDbQuota(dynamoDb, "costbot-cache"));
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalStateException(otherwise);
    }
  }

  private void say(String words) {
    out.println(words.stripTrailing());
    out.flush();
  }
}

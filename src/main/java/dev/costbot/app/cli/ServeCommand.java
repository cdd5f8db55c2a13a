package dev.costbot.app.cli;

import dev.costbot.app.AccountSource;
import dev.costbot.app.Composition;
import dev.costbot.app.DynamoDbQuota;
import dev.costbot.app.InMemoryQuota;
import dev.costbot.app.Secrets;
import dev.costbot.app.Worker;
import dev.costbot.app.front.Askers;
import dev.costbot.app.front.GivenSigningSecret;
import dev.costbot.app.front.SlackFrontHandler;
import dev.costbot.app.local.LocalServer;
import dev.costbot.app.local.LocalWorker;
import dev.costbot.conversation.DynamoDbConversationStore;
import dev.costbot.conversation.FileConversationStore;
import dev.costbot.delivery.DynamoDbDeliveryStore;
import dev.costbot.delivery.FileDeliveryStore;
import dev.costbot.slack.request.ResponseOrigins;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The Slack endpoints over HTTP. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = {
      "Serves Slack's three endpoints and /health over HTTP, for development and self-hosting.",
      "Settings come from the environment, SLACK_SIGNING_SECRET above all. What was said is kept in",
      "files, or in DynamoDB when COSTBOT_CONVERSATIONS_TABLE, COSTBOT_DELIVERIES_TABLE and",
      "COSTBOT_CACHE_TABLE name tables."
    })
final class ServeCommand implements Callable<Integer> {
  private static final List<String> TABLES =
      List.of("COSTBOT_CONVERSATIONS_TABLE", "COSTBOT_DELIVERIES_TABLE", "COSTBOT_CACHE_TABLE");

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "8080",
      description = "Port to listen at (default: 8080); 0 for any that is free.")
  private int port;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description = "Address to listen at (default: 127.0.0.1); put a proxy with TLS before it.")
  private String host = "127.0.0.1";

  @Mixin private SourceOptions sourceOptions = new SourceOptions();
  @CommandLine.ParentCommand private Main main;
  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli fills the fields
  ServeCommand() {}

  @Override
  public Integer call() throws InterruptedException {
    Map<String, String> environment = main.environment();
    PrintWriter err = spec.commandLine().getErr();
    String secret = environment.getOrDefault("SLACK_SIGNING_SECRET", "").strip();
    if (secret.isEmpty()) {
      throw new WrongUsageException(
          "SLACK_SIGNING_SECRET is not set: it is in the Slack app's settings, under Basic Information.");
    }
    Clock clock = Clock.systemUTC();
    AccountSource source = sourceOptions.open(environment, err);
    Composition.Stores stores = stores(environment);
    Worker worker;
    SlackFrontHandler front;
    LocalWorker local;
    try {
      worker =
          Composition.worker(
              environment,
              new Secrets(environment, Optional.empty(), "", clock),
              source,
              stores,
              clock);
      local = new LocalWorker(worker, stores.deliveries(), clock);
      front =
          new SlackFrontHandler(
              new GivenSigningSecret(secret),
              local,
              Askers.of(environment.get("COSTBOT_CONFIG")),
              ResponseOrigins.of(environment.get(ResponseOrigins.SETTING)),
              clock);
    } catch (IllegalArgumentException e) {
      throw new WrongUsageException(String.valueOf(e.getMessage()), e);
    }
    try (LocalServer server = listen(front)) {
      int resumed = local.resumeUnfinished();
      if (resumed > 0) {
        err.printf(
            "Taking up %s that an earlier run left unanswered.%n",
            resumed == 1 ? "1 question" : resumed + " questions");
      }
      err.printf("Listening at http://%s:%d; stop with Ctrl-C.%n", host, server.port());
      waitForTheEnd(server, local);
    }
    return Main.FINE;
  }

  private LocalServer listen(SlackFrontHandler front) {
    try {
      return LocalServer.start(host, port, front);
    } catch (IOException | IllegalArgumentException e) {
      throw new WrongUsageException(
          "Nothing can listen at %s:%d (%s): give another --port or --host."
              .formatted(host, port, e.getMessage()),
          e);
    }
  }

  /** What comes in after the end began is not taken: Slack then tells the person. */
  private static void waitForTheEnd(LocalServer server, LocalWorker local)
      throws InterruptedException {
    CountDownLatch end = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform()
                .unstarted(
                    () -> {
                      server.close();
                      local.close();
                      end.countDown();
                    }));
    end.await();
  }

  private static Composition.Stores stores(Map<String, String> environment) {
    long named = TABLES.stream().filter(table -> !table(environment, table).isEmpty()).count();
    if (named == 0) {
      Path folder = StateFolder.of(environment).resolve("serve");
      return new Composition.Stores(
          new FileConversationStore(folder.resolve("conversations.json")),
          new FileDeliveryStore(folder.resolve("deliveries")),
          new InMemoryQuota());
    }
    if (named < TABLES.size()) {
      throw new WrongUsageException(
          "Set all of " + String.join(", ", TABLES) + ", or none of them to keep files.");
    }
    DynamoDbClient dynamoDb =
        DynamoDbClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder()).build();
    return new Composition.Stores(
        new DynamoDbConversationStore(dynamoDb, table(environment, TABLES.get(0))),
        new DynamoDbDeliveryStore(dynamoDb, table(environment, TABLES.get(1))),
        new DynamoDbQuota(dynamoDb, table(environment, TABLES.get(2))));
  }

  private static String table(Map<String, String> environment, String name) {
    return environment.getOrDefault(name, "").strip();
  }
}

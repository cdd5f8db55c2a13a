package dev.costbot.app;

import dev.costbot.app.front.FrontSettings;
import dev.costbot.app.front.ParameterStore;
import dev.costbot.app.front.SignedCall;
import dev.costbot.conversation.ConversationStore;
import dev.costbot.conversation.DynamoDbConversationStore;
import dev.costbot.cost.CostExplorerSource;
import dev.costbot.cost.DynamoDbCostCache;
import dev.costbot.delivery.DeliveryStore;
import dev.costbot.delivery.DynamoDbDeliveryStore;
import dev.costbot.inventory.AwsClients;
import dev.costbot.inventory.ScanSettings;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The worker as it is deployed: DynamoDB tables, SSM parameters, the account it runs in. */
final class LambdaWorker {
  private LambdaWorker() {}

  static Worker of(Map<String, String> environment) {
    Clock clock = Clock.systemUTC();
    DynamoDbClient dynamoDb = dynamoDb();
    String cacheTable = required(environment, "COSTBOT_CACHE_TABLE");
    Composition.Stores stores =
        new Composition.Stores(
            conversations(environment, dynamoDb),
            deliveries(environment, dynamoDb),
            new DynamoDbQuota(dynamoDb, cacheTable));
    AccountSource account =
        new LiveSource(
            AwsClients.standard(),
            ScanSettings.STANDARD,
            CostExplorerSource.client(),
            new DynamoDbCostCache(dynamoDb, cacheTable),
            environment.getOrDefault("AWS_ENDPOINT_URL", ""),
            clock);
    return Composition.worker(environment, secrets(environment, clock), account, stores, clock);
  }

  /** For the failure destination, which needs no account and no model. */
  static Replies replies(Map<String, String> environment) {
    Clock clock = Clock.systemUTC();
    DynamoDbClient dynamoDb = dynamoDb();
    return Composition.replies(
        environment,
        secrets(environment, clock),
        conversations(environment, dynamoDb),
        deliveries(environment, dynamoDb),
        clock);
  }

  private static DynamoDbClient dynamoDb() {
    return DynamoDbClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder()).build();
  }

  private static Secrets secrets(Map<String, String> environment, Clock clock) {
    return new Secrets(
        environment,
        Optional.of(new ParameterStore(SignedCall.of("ssm", environment, clock))),
        FrontSettings.of(environment).parameterPrefix(),
        clock);
  }

  private static ConversationStore conversations(
      Map<String, String> environment, DynamoDbClient dynamoDb) {
    return new DynamoDbConversationStore(
        dynamoDb, required(environment, "COSTBOT_CONVERSATIONS_TABLE"));
  }

  private static DeliveryStore deliveries(
      Map<String, String> environment, DynamoDbClient dynamoDb) {
    return new DynamoDbDeliveryStore(dynamoDb, required(environment, "COSTBOT_DELIVERIES_TABLE"));
  }

  private static String required(Map<String, String> environment, String name) {
    String value = environment.getOrDefault(name, "").strip();
    if (value.isEmpty()) {
      throw new IllegalArgumentException(name + " is not set: it names a DynamoDB table");
    }
    return value;
  }
}

package dev.costbot.app;

import dev.costbot.app.front.ParameterStore;
import dev.costbot.app.front.SignedCall;
import dev.costbot.conversation.DynamoDbConversationStore;
import dev.costbot.cost.CostExplorerSource;
import dev.costbot.cost.DynamoDbCostCache;
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
  private static final String PREFIX = "COSTBOT_PARAMETER_PREFIX";

  private LambdaWorker() {}

  static Worker of(Map<String, String> environment) {
    Clock clock = Clock.systemUTC();
    DynamoDbClient dynamoDb =
        DynamoDbClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder()).build();
    String prefix = environment.getOrDefault(PREFIX, "/costbot");
    Secrets secrets =
        new Secrets(
            environment,
            Optional.of(new ParameterStore(SignedCall.of("ssm", environment, clock))),
            prefix,
            clock);
    String cacheTable = required(environment, "COSTBOT_CACHE_TABLE");
    AccountSource account =
        new LiveSource(
            AwsClients.standard(),
            ScanSettings.STANDARD,
            CostExplorerSource.client(),
            new DynamoDbCostCache(dynamoDb, cacheTable),
            environment.getOrDefault("AWS_ENDPOINT_URL", ""),
            clock);
    Composition.Stores stores =
        new Composition.Stores(
            new DynamoDbConversationStore(
                dynamoDb, required(environment, "COSTBOT_CONVERSATIONS_TABLE")),
            new DynamoDbDeliveryStore(dynamoDb, required(environment, "COSTBOT_DELIVERIES_TABLE")),
            new DynamoDbQuota(dynamoDb, cacheTable));
    return Composition.worker(environment, secrets, account, stores, clock);
  }

  private static String required(Map<String, String> environment, String name) {
    String value = environment.getOrDefault(name, "").strip();
    if (value.isEmpty()) {
      throw new IllegalArgumentException(name + " is not set: it names a DynamoDB table");
    }
    return value;
  }
}

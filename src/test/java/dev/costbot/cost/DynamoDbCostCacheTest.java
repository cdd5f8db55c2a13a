package dev.costbot.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;

/** On DynamoDB Local, in this process. */
class DynamoDbCostCacheTest extends CostCacheContract {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  private static AmazonDynamoDBLocal local;
  private static DynamoDbClient client;

  @BeforeAll
  static void start() {
    local = DynamoDBEmbedded.create();
    client = local.dynamoDbClient();
  }

  @AfterAll
  static void stop() {
    client.close();
    local.shutdownNow();
  }

  @Override
  CostCache cache() {
    return new DynamoDbCostCache(client, table());
  }

  @Test
  void declinesWhatIsTooLargeForAnItem() throws Exception {
    byte[] noise = new byte[DynamoDbCostCache.LARGEST];
    new Random(7).nextBytes(noise);
    CostCache cache = cache();

    cache.put("key", noise, NOON.plusSeconds(60));

    assertThat(cache.get("key", NOON)).isEmpty();
  }

  @Test
  void keepsAMegabyteThatCompressesWell() throws Exception {
    CostCache cache = cache();

    cache.put("key", new byte[1_000_000], NOON.plusSeconds(60));

    assertThat(cache.get("key", NOON)).hasValueSatisfying(b -> assertThat(b).hasSize(1_000_000));
  }

  @Test
  void tellsDynamoDbWhenToDelete() throws Exception {
    String table = table();

    new DynamoDbCostCache(client, table).put("key", new byte[] {1}, NOON);

    // 2026-11-20T12:00:00Z by `date -u -d 2026-11-20T12:00:00Z +%s`
    assertThat(client.scan(scan -> scan.tableName(table)).items().getFirst())
        .containsEntry("expires_at", AttributeValue.fromN("1795176000"));
  }

  @Test
  void saysWhenTheTableIsMissing() {
    CostCache cache = new DynamoDbCostCache(client, "not-there");

    assertThatThrownBy(() -> cache.get("key", NOON))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("not-there");
  }

  private static String table() {
    String name = "costs-" + UUID.randomUUID();
    client.createTable(
        table ->
            table
                .tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .keySchema(
                    KeySchemaElement.builder().attributeName("id").keyType(KeyType.HASH).build())
                .attributeDefinitions(
                    AttributeDefinition.builder()
                        .attributeName("id")
                        .attributeType(ScalarAttributeType.S)
                        .build()));
    return name;
  }
}

package dev.costbot.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.costbot.app.local.DynamoDbTables;
import dev.costbot.app.local.EmbeddedDynamoDb;
import dev.costbot.delivery.DynamoDbDeliveryStore;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DynamoDbQuotaTest extends QuotaContract {
  private final EmbeddedDynamoDb dynamoDb = new EmbeddedDynamoDb();
  private String table = "";

  @BeforeEach
  void makeTable() throws InterruptedException {
    table = "quota-" + UUID.randomUUID();
    // The cache table has the same key and time to live.
    DynamoDbTables.createIfMissing(
        dynamoDb.client(), DynamoDbDeliveryStore.table(table), DynamoDbDeliveryStore.TTL_ATTRIBUTE);
  }

  @AfterAll
  void stop() {
    dynamoDb.close();
  }

  @Override
  Quota open() {
    return new DynamoDbQuota(dynamoDb.client(), table);
  }

  @Test
  void writesAnItemAPersonsHourThatExpiresAfterIt() {
    open().allows("T#U1", "one", Instant.parse("2026-11-21T10:30:00Z"), 5);

    assertThat(dynamoDb.client().scan(scan -> scan.tableName(table)).items())
        .singleElement()
        .satisfies(
            item -> {
              assertThat(item.get("id"))
                  .isEqualTo(AttributeValue.fromS("quota#T#U1#2026-11-21T10:00:00Z"));
              // 12:00 UTC of that day: date -ud 2026-11-21T12:00:00Z +%s
              assertThat(item.get("expires_at")).isEqualTo(AttributeValue.fromN("1795262400"));
            });
  }
}

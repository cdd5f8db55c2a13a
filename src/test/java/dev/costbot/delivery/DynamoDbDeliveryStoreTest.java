package dev.costbot.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.costbot.app.local.DynamoDbTables;
import dev.costbot.app.local.EmbeddedDynamoDb;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DynamoDbDeliveryStoreTest extends DeliveryStoreContract {
  private final EmbeddedDynamoDb dynamoDb = new EmbeddedDynamoDb();
  private String table = "";

  @BeforeEach
  void makeTable(TestInfo test) throws InterruptedException {
    table = test.getTestMethod().orElseThrow().getName();
    DynamoDbTables.createIfMissing(
        dynamoDb.client(), DynamoDbDeliveryStore.table(table), DynamoDbDeliveryStore.TTL_ATTRIBUTE);
  }

  @AfterAll
  void stop() {
    dynamoDb.close();
  }

  @Override
  DeliveryStore store() {
    return new DynamoDbDeliveryStore(dynamoDb.client(), table);
  }

  @Test
  void forgetsEnvelopeAndMessageOncePostedAndTheRestAfterTwoDays() {
    Instant noon = Instant.parse("2026-11-16T12:00:00Z");
    Claim.Granted granted =
        (Claim.Granted) store().claim("e1", "{\"secret\":1}", noon, noon.plusSeconds(30));
    store().answered(granted.lease(), "answer");
    store().posting(granted.lease());
    store().posted(granted.lease(), "1.2");

    assertThat(dynamoDb.client().scan(scan -> scan.tableName(table)).items())
        .singleElement()
        .satisfies(
            item -> {
              assertThat(item).doesNotContainKeys("envelope", "message");
              assertThat(item.get("phase")).isEqualTo(AttributeValue.fromS("POSTED"));
              // date -u -d 2026-11-18T12:00:00Z +%s
              assertThat(item.get("expires_at")).isEqualTo(AttributeValue.fromN("1795003200"));
            });
  }
}

package dev.costbot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.costbot.app.local.DynamoDbTables;
import dev.costbot.app.local.EmbeddedDynamoDb;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DynamoDbConversationStoreTest extends ConversationStoreContract {
  private final EmbeddedDynamoDb dynamoDb = new EmbeddedDynamoDb();
  private String table = "";

  @BeforeAll
  void warm() {
    dynamoDb.client().listTables();
  }

  @BeforeEach
  void makeTable(TestInfo test) throws InterruptedException {
    table = test.getTestMethod().orElseThrow().getName();
    DynamoDbTables.createIfMissing(
        dynamoDb.client(),
        DynamoDbConversationStore.table(table),
        DynamoDbConversationStore.TTL_ATTRIBUTE);
  }

  @AfterAll
  void stop() {
    dynamoDb.close();
  }

  @Override
  ConversationStore open(Bounds bounds, InstantSource clock) {
    return new DynamoDbConversationStore(dynamoDb.client(), table, bounds, clock);
  }

  @Test
  void makesATableOnDemandWithTimeToLive() throws InterruptedException {
    DynamoDbTables.createIfMissing(
        dynamoDb.client(), DynamoDbConversationStore.table(table), "left alone when it exists");

    assertThat(
            dynamoDb
                .client()
                .describeTable(describe -> describe.tableName(table))
                .table()
                .billingModeSummary()
                .billingModeAsString())
        .isEqualTo("PAY_PER_REQUEST");
    assertThat(
            dynamoDb
                .client()
                .describeTimeToLive(describe -> describe.tableName(table))
                .timeToLiveDescription())
        .satisfies(ttl -> assertThat(ttl.attributeName()).isEqualTo("expires_at"))
        .satisfies(ttl -> assertThat(ttl.timeToLiveStatus()).isEqualTo(TimeToLiveStatus.ENABLED));
  }

  @Test
  void writesOneItemATurnThatExpiresAfterThirtyDays() {
    open(Bounds.STANDARD, InstantSource.fixed(Turns.NOON))
        .remember("one", Turns.turn("1", Turns.NOON));

    assertThat(dynamoDb.client().scan(scan -> scan.tableName(table)).items())
        .singleElement()
        .satisfies(
            item -> {
              assertThat(item.get("pk")).isEqualTo(AttributeValue.fromS("conversation#one"));
              assertThat(item.get("sk"))
                  .isEqualTo(AttributeValue.fromS("turn#2026-11-16T12:00:00.000000000Z#1"));
              // date -u -d 2026-12-16T12:00:00Z +%s
              assertThat(item.get("expires_at")).isEqualTo(AttributeValue.fromN("1797422400"));
            });
  }

  @Test
  void leavesOutATurnItCannotRead() {
    ConversationStore store = open(Bounds.STANDARD, InstantSource.fixed(Turns.NOON));
    store.remember("one", Turns.turn("1", Turns.NOON));
    dynamoDb
        .client()
        .putItem(
            put ->
                put.tableName(table)
                    .item(
                        Map.of(
                            "pk", AttributeValue.fromS("conversation#one"),
                            "sk", AttributeValue.fromS("turn#2026-11-16T13"),
                            "turn", AttributeValue.fromS("{\"id\":7,"),
                            "expires_at", AttributeValue.fromN("9999999999"))));

    assertThat(store.history("one")).extracting(Turn::id).containsExactly("1");
  }
}

package dev.costbot.conversation;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/**
 * Remembers in a DynamoDB table: an item a turn ({@code pk = conversation#<id>}, {@code sk} by
 * time) and an item an alias. DynamoDB deletes expired items days late, so every read looks at
 * {@link #TTL_ATTRIBUTE} itself; expiry counts in whole seconds.
 */
public final class DynamoDbConversationStore implements ConversationStore {
  /** Epoch seconds, to be set as the table's time to live. */
  public static final String TTL_ATTRIBUTE = "expires_at";

  /** The IAM actions on the table that reading and remembering take. */
  public static final List<String> PERMISSIONS =
      List.of("dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query");

  private static final String PK = "pk";
  private static final String SK = "sk";
  private static final String ALIAS_SK = "alias";
  private static final String CONVERSATION = "conversation";
  private static final String TURN = "turn";

  private final DynamoDbClient dynamoDb;
  private final String table;
  private final Bounds bounds;
  private final InstantSource clock;
  private final TurnJson json = new TurnJson();

  public DynamoDbConversationStore(DynamoDbClient dynamoDb, String table) {
    this(dynamoDb, table, Bounds.STANDARD, InstantSource.system());
  }

  /**
   * @param clock tells which turns have expired
   */
  public DynamoDbConversationStore(
      DynamoDbClient dynamoDb, String table, Bounds bounds, InstantSource clock) {
    this.dynamoDb = dynamoDb;
    this.table = table;
    this.bounds = bounds;
    this.clock = clock;
  }

  /** The table this store needs; its time to live is set apart, on {@link #TTL_ATTRIBUTE}. */
  public static CreateTableRequest table(String name) {
    return CreateTableRequest.builder()
        .tableName(name)
        .billingMode(BillingMode.PAY_PER_REQUEST)
        .keySchema(
            KeySchemaElement.builder().attributeName(PK).keyType(KeyType.HASH).build(),
            KeySchemaElement.builder().attributeName(SK).keyType(KeyType.RANGE).build())
        .attributeDefinitions(
            AttributeDefinition.builder()
                .attributeName(PK)
                .attributeType(ScalarAttributeType.S)
                .build(),
            AttributeDefinition.builder()
                .attributeName(SK)
                .attributeType(ScalarAttributeType.S)
                .build())
        .build();
  }

  @Override
  public Optional<String> find(Alias alias, Instant now) {
    Map<String, AttributeValue> key =
        Map.of(PK, text("alias#" + alias.value()), SK, text(ALIAS_SK));
    Map<String, AttributeValue> item =
        dynamoDb.getItem(get -> get.tableName(table).key(key).consistentRead(true)).item();
    return live(item, now) ? string(item, CONVERSATION) : Optional.empty();
  }

  @Override
  public void link(Alias alias, String conversation, Instant expires) {
    put(
        Map.of(
            PK, text("alias#" + alias.value()),
            SK, text(ALIAS_SK),
            CONVERSATION, text(conversation),
            TTL_ATTRIBUTE, seconds(expires)));
  }

  @Override
  public List<Turn> history(String conversation) {
    Recent recent = new Recent(json, bounds);
    Instant now = clock.instant();
    Map<String, AttributeValue> from = Map.of();
    do {
      QueryResponse page = newestFirst(conversation, from);
      page.items().stream()
          .filter(item -> live(item, now))
          .flatMap(item -> string(item, TURN).stream())
          .flatMap(turn -> json.read(turn).stream())
          .forEach(recent::offer);
      from = page.lastEvaluatedKey();
    } while (!from.isEmpty() && !recent.full());
    return recent.oldestFirst();
  }

  @Override
  public void remember(String conversation, Turn turn) {
    Turn fitting = new Abridgement(json).fit(turn, bounds.turnBytes());
    put(
        Map.of(
            PK, text(partition(conversation)),
            SK, text(TurnKey.of(turn)),
            TURN, text(json.write(fitting)),
            TTL_ATTRIBUTE, seconds(turn.askedAt().plus(bounds.retention()))));
  }

  private QueryResponse newestFirst(String conversation, Map<String, AttributeValue> from) {
    return dynamoDb.query(
        query ->
            query
                .tableName(table)
                .keyConditionExpression("pk = :pk AND begins_with(sk, :turns)")
                .expressionAttributeValues(
                    Map.of(":pk", text(partition(conversation)), ":turns", text(TurnKey.PREFIX)))
                .scanIndexForward(false)
                .consistentRead(true)
                .limit(bounds.turns())
                .exclusiveStartKey(from.isEmpty() ? null : from));
  }

  private void put(Map<String, AttributeValue> item) {
    dynamoDb.putItem(put -> put.tableName(table).item(item));
  }

  private static boolean live(Map<String, AttributeValue> item, Instant now) {
    @Nullable AttributeValue expires = item.get(TTL_ATTRIBUTE);
    return expires != null && now.isBefore(Instant.ofEpochSecond(Long.parseLong(expires.n())));
  }

  private static Optional<String> string(Map<String, AttributeValue> item, String attribute) {
    return Optional.ofNullable(item.get(attribute)).map(AttributeValue::s);
  }

  private static String partition(String conversation) {
    return "conversation#" + conversation;
  }

  private static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }

  private static AttributeValue seconds(Instant time) {
    return AttributeValue.fromN(Long.toString(time.getEpochSecond()));
  }
}

package dev.costbot.delivery;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** Keeps every question in an item of a DynamoDB table, with {@code id} as its key. */
public final class DynamoDbDeliveryStore implements DeliveryStore {
  /** Epoch seconds, to be set as the table's time to live. */
  public static final String TTL_ATTRIBUTE = "expires_at";

  /**
   * The IAM actions on the table that a worker takes. {@link #accept} and {@link #unfinished} take
   * PutItem and Scan as well: they are for a server, since Lambda keeps events by itself.
   */
  public static final List<String> PERMISSIONS = List.of("dynamodb:UpdateItem");

  private static final String OWNED = "lease_owner = :owner";

  private final DynamoDbClient dynamoDb;
  private final String table;

  public DynamoDbDeliveryStore(DynamoDbClient dynamoDb, String table) {
    this.dynamoDb = dynamoDb;
    this.table = table;
  }

  /** The table this store needs; its time to live is set apart, on {@link #TTL_ATTRIBUTE}. */
  public static CreateTableRequest table(String name) {
    return CreateTableRequest.builder()
        .tableName(name)
        .billingMode(BillingMode.PAY_PER_REQUEST)
        .keySchema(KeySchemaElement.builder().attributeName("id").keyType(KeyType.HASH).build())
        .attributeDefinitions(
            AttributeDefinition.builder()
                .attributeName("id")
                .attributeType(ScalarAttributeType.S)
                .build())
        .build();
  }

  @Override
  public boolean accept(String id, String envelope, Instant now) {
    Map<String, AttributeValue> item =
        Map.of(
            "id",
            text(id),
            "envelope",
            text(envelope),
            "phase",
            text(Phase.WORKING.name()),
            "lease_ends",
            number(0),
            "accepted_at",
            number(now.toEpochMilli()),
            TTL_ATTRIBUTE,
            number(now.plus(Entry.KEPT).getEpochSecond()));
    try {
      dynamoDb.putItem(
          put -> put.tableName(table).item(item).conditionExpression("attribute_not_exists(id)"));
      return true;
    } catch (ConditionalCheckFailedException e) {
      return false;
    }
  }

  @Override
  public Claim claim(String id, String envelope, Instant now, Instant leaseEnds) {
    Lease lease = new Lease(id, UUID.randomUUID().toString());
    Map<String, AttributeValue> values =
        Map.of(
            ":owner", text(lease.owner()),
            ":ends", number(leaseEnds.toEpochMilli()),
            ":envelope", text(envelope),
            ":working", text(Phase.WORKING.name()),
            ":posted", text(Phase.POSTED.name()),
            ":now", number(now.toEpochMilli()),
            ":expires", number(now.plus(Entry.KEPT).getEpochSecond()),
            ":one", number(1));
    try {
      return granted(
          lease,
          dynamoDb
              .updateItem(
                  update ->
                      update
                          .tableName(table)
                          .key(Map.of("id", text(id)))
                          .conditionExpression(
                              "attribute_not_exists(id) OR (phase <> :posted AND lease_ends <= :now)")
                          .updateExpression(
                              "SET lease_owner = :owner, lease_ends = :ends,"
                                  + " envelope = if_not_exists(envelope, :envelope),"
                                  + " phase = if_not_exists(phase, :working),"
                                  + " accepted_at = if_not_exists(accepted_at, :now),"
                                  + " expires_at = if_not_exists(expires_at, :expires)"
                                  + " ADD attempt :one")
                          .expressionAttributeValues(values)
                          .returnValues(ReturnValue.ALL_NEW)
                          .returnValuesOnConditionCheckFailure(
                              ReturnValuesOnConditionCheckFailure.ALL_OLD))
              .attributes());
    } catch (ConditionalCheckFailedException e) {
      return refused(e.item());
    }
  }

  private static Claim granted(Lease lease, Map<String, AttributeValue> item) {
    return new Claim.Granted(
        lease,
        Integer.parseInt(required(item, "attempt").n()),
        string(item, "message"),
        Phase.POSTING.name().equals(string(item, "phase")));
  }

  private static Claim refused(Map<String, AttributeValue> item) {
    return Phase.POSTED.name().equals(string(item, "phase"))
        ? new Claim.Done(string(item, "posted_in"))
        : new Claim.Busy(time(item, "lease_ends"));
  }

  @Override
  public void renew(Lease lease, Instant leaseEnds) {
    update(lease, "SET lease_ends = :ends", Map.of(":ends", number(leaseEnds.toEpochMilli())));
  }

  @Override
  public void answered(Lease lease, String message) {
    update(
        lease,
        "SET message = :message, phase = :answered",
        Map.of(":message", text(message), ":answered", text(Phase.ANSWERED.name())));
  }

  @Override
  public void posting(Lease lease) {
    update(lease, "SET phase = :posting", Map.of(":posting", text(Phase.POSTING.name())));
  }

  @Override
  public void posted(Lease lease, @Nullable String thread) {
    Map<String, AttributeValue> values = new HashMap<>();
    values.put(":posted", text(Phase.POSTED.name()));
    if (thread != null) {
      values.put(":thread", text(thread));
    }
    update(
        lease,
        "SET phase = :posted%s REMOVE envelope, message"
            .formatted(thread == null ? "" : ", posted_in = :thread"),
        values);
  }

  @Override
  public List<Accepted> unfinished(Instant now) {
    return dynamoDb
        .scanPaginator(
            scan ->
                scan.tableName(table)
                    .consistentRead(true)
                    .filterExpression("phase <> :posted AND expires_at > :now")
                    .expressionAttributeValues(
                        Map.of(
                            ":posted", text(Phase.POSTED.name()),
                            ":now", number(now.getEpochSecond()))))
        .items()
        .stream()
        .map(
            item ->
                new Accepted(
                    required(item, "id").s(),
                    required(item, "envelope").s(),
                    time(item, "accepted_at")))
        .sorted(Comparator.comparing(Accepted::acceptedAt))
        .toList();
  }

  private void update(Lease lease, String change, Map<String, AttributeValue> values) {
    Map<String, AttributeValue> withOwner = new HashMap<>(values);
    withOwner.put(":owner", text(lease.owner()));
    try {
      dynamoDb.updateItem(
          update ->
              update
                  .tableName(table)
                  .key(Map.of("id", text(lease.id())))
                  .conditionExpression(OWNED)
                  .updateExpression(change)
                  .expressionAttributeValues(withOwner));
    } catch (ConditionalCheckFailedException e) {
      throw new LeaseLostException(lease);
    }
  }

  private static Instant time(Map<String, AttributeValue> item, String attribute) {
    return Instant.ofEpochMilli(Long.parseLong(required(item, attribute).n()));
  }

  private static @Nullable String string(Map<String, AttributeValue> item, String attribute) {
    AttributeValue value = item.get(attribute);
    return value == null ? null : value.s();
  }

  private static AttributeValue required(Map<String, AttributeValue> item, String attribute) {
    AttributeValue value = item.get(attribute);
    if (value == null) {
      throw new IllegalStateException("an item of the delivery table has no " + attribute);
    }
    return value;
  }

  private static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }

  private static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }
}

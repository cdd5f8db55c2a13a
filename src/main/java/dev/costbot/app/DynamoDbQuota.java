package dev.costbot.app;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * Counts in a table with hash key {@code id} and TTL attribute {@code expires_at}: an item for a
 * person's hour, with the ids of the questions that were let through.
 */
public final class DynamoDbQuota implements Quota {
  private static final Duration KEPT = Duration.ofHours(2);

  private final DynamoDbClient dynamoDb;
  private final String table;

  public DynamoDbQuota(DynamoDbClient dynamoDb, String table) {
    this.dynamoDb = dynamoDb;
    this.table = table;
  }

  /** The IAM actions it needs on the table. */
  public static Set<String> permissions() {
    return Set.of("dynamodb:UpdateItem");
  }

  @Override
  public boolean allows(String person, String question, Instant askedAt, int most) {
    Instant hour = askedAt.truncatedTo(ChronoUnit.HOURS);
    Map<String, AttributeValue> values =
        Map.of(
            ":question", AttributeValue.fromS(question),
            ":added", AttributeValue.builder().ss(question).build(),
            ":most", AttributeValue.fromN(String.valueOf(most)),
            ":expires", AttributeValue.fromN(String.valueOf(hour.plus(KEPT).getEpochSecond())));
    try {
      dynamoDb.updateItem(
          update ->
              update
                  .tableName(table)
                  .key(Map.of("id", AttributeValue.fromS("quota#" + person + "#" + hour)))
                  .updateExpression("ADD questions :added SET expires_at = :expires")
                  .conditionExpression(
                      "attribute_not_exists(questions) OR contains(questions, :question)"
                          + " OR size(questions) < :most")
                  .expressionAttributeValues(values));
      return true;
    } catch (ConditionalCheckFailedException full) {
      return false;
    }
  }
}

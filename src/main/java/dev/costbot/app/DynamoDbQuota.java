package dev.costbot.app;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/** Counts in a table with hash key {@code id} and TTL attribute {@code expires_at}. */
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
  public int count(String person, Instant now) {
    Instant hour = now.truncatedTo(ChronoUnit.HOURS);
    Map<String, AttributeValue> counted =
        dynamoDb
            .updateItem(
                update ->
                    update
                        .tableName(table)
                        .key(Map.of("id", AttributeValue.fromS("quota#" + person + "#" + hour)))
                        .updateExpression("ADD questions :one SET expires_at = :expires")
                        .expressionAttributeValues(
                            Map.of(
                                ":one", AttributeValue.fromN("1"),
                                ":expires",
                                    AttributeValue.fromN(
                                        String.valueOf(hour.plus(KEPT).getEpochSecond()))))
                        .returnValues(ReturnValue.UPDATED_NEW))
            .attributes();
    AttributeValue questions = counted.get("questions");
    if (questions == null) {
      throw new IllegalStateException("DynamoDB counted a question without saying the count");
    }
    return Integer.parseInt(questions.n());
  }
}

package dev.costbot.app.local;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;

/** Makes tables on DynamoDB Local. A deployment's tables are made by Terraform. */
public final class DynamoDbTables {
  private DynamoDbTables() {}

  /**
   * Makes the table, waits until it can be used and sets its time to live; leaves one that exists
   * alone.
   */
  public static void createIfMissing(
      DynamoDbClient dynamoDb, CreateTableRequest table, String ttlAttribute)
      throws InterruptedException {
    try {
      dynamoDb.createTable(table);
    } catch (ResourceInUseException e) {
      return;
    }
    while (status(dynamoDb, table.tableName()) != TableStatus.ACTIVE) {
      Thread.sleep(50);
    }
    dynamoDb.updateTimeToLive(
        update ->
            update
                .tableName(table.tableName())
                .timeToLiveSpecification(ttl -> ttl.attributeName(ttlAttribute).enabled(true)));
  }

  private static TableStatus status(DynamoDbClient dynamoDb, String table) {
    return dynamoDb.describeTable(describe -> describe.tableName(table)).table().tableStatus();
  }
}

package dev.costbot.app.local;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;

/**
 * DynamoDB Local in this process and in memory: no port, no file. For development, the demo and
 * tests only, as its licence says.
 */
public final class EmbeddedDynamoDb implements AutoCloseable {
  private final AmazonDynamoDBLocal local;
  private final DynamoDbClient client;

  public EmbeddedDynamoDb() {
    // True turns its telemetry off, and with that the metadata file in the working directory.
    local = DynamoDBEmbedded.create(true);
    client = local.dynamoDbClient();
  }

  /** Works until this is closed; several threads may use it. */
  public DynamoDbClient client() {
    return client;
  }

  @Override
  public void close() {
    client.close();
    local.shutdown();
  }
}

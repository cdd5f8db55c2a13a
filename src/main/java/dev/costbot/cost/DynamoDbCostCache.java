package dev.costbot.cost;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A cache that all runs of a function share: an item for each key in a table with the string hash
 * key {@code id} and the time-to-live attribute {@code expires_at} (seconds). The bytes are
 * compressed; what is still larger than an item should be is not kept.
 */
public final class DynamoDbCostCache implements CostCache {
  private static final Logger LOG = LoggerFactory.getLogger(DynamoDbCostCache.class);

  /** DynamoDB's limit for an item is 400 KB, names and key included. */
  static final int LARGEST = 350 * 1024;

  private final DynamoDbClient client;
  private final String table;

  public DynamoDbCostCache(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
  }

  /** The IAM actions it needs on its table. */
  public static Set<String> permissions() {
    return Set.of("dynamodb:GetItem", "dynamodb:PutItem");
  }

  @Override
  public Optional<byte[]> get(String key, Instant now) throws IOException {
    Map<String, AttributeValue> item;
    try {
      // Consistent, so that a follow-up seconds later does not pay Cost Explorer again.
      item =
          client
              .getItem(
                  get ->
                      get.tableName(table)
                          .key(Map.of("id", AttributeValue.fromS(key)))
                          .consistentRead(true))
              .item();
    } catch (SdkException e) {
      throw new IOException("cannot read " + table, e);
    }
    AttributeValue expires = item.get("expires_at");
    AttributeValue body = item.get("body");
    // DynamoDB deletes late: up to days after the time has come.
    if (expires == null || body == null || Long.parseLong(expires.n()) <= now.getEpochSecond()) {
      return Optional.empty();
    }
    try (GZIPInputStream in =
        new GZIPInputStream(new ByteArrayInputStream(body.b().asByteArray()))) {
      return Optional.of(in.readAllBytes());
    }
  }

  @Override
  public void put(String key, byte[] value, Instant expires) throws IOException {
    byte[] body = compress(value);
    if (body.length > LARGEST) {
      LOG.info("a bill of {} bytes is too large for an item of {}: not kept", body.length, table);
      return;
    }
    Map<String, AttributeValue> item =
        Map.of(
            "id", AttributeValue.fromS(key),
            "expires_at", AttributeValue.fromN(Long.toString(expires.getEpochSecond())),
            "body", AttributeValue.fromB(SdkBytes.fromByteArrayUnsafe(body)));
    try {
      client.putItem(put -> put.tableName(table).item(item));
    } catch (SdkException e) {
      throw new IOException("cannot write " + table, e);
    }
  }

  private static byte[] compress(byte[] value) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(value);
    }
    return bytes.toByteArray();
  }
}

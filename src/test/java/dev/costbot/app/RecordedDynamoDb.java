package dev.costbot.app;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;

/** A client that notes which IAM action each call takes on which table. */
final class RecordedDynamoDb implements InvocationHandler {
  private final DynamoDbClient real;
  private final SortedMap<String, SortedSet<String>> actions = new ConcurrentSkipListMap<>();

  private RecordedDynamoDb(DynamoDbClient real) {
    this.real = real;
  }

  static RecordedDynamoDb over(DynamoDbClient real) {
    return new RecordedDynamoDb(real);
  }

  DynamoDbClient client() {
    return (DynamoDbClient)
        Proxy.newProxyInstance(
            DynamoDbClient.class.getClassLoader(), new Class<?>[] {DynamoDbClient.class}, this);
  }

  /** By table. */
  Map<String, SortedSet<String>> actions() {
    return Map.copyOf(actions);
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    if (!(arguments[0] instanceof DynamoDbRequest request)) {
      // A builder: the interface builds the request of it and calls back here.
      return InvocationHandler.invokeDefault(proxy, method, arguments);
    }
    String name = method.getName();
    String table = request.getValueForField("TableName", String.class).orElseThrow();
    synchronized (this) {
      actions
          .computeIfAbsent(table, unseen -> new TreeSet<>())
          .add("dynamodb:" + Character.toUpperCase(name.charAt(0)) + name.substring(1));
    }
    try {
      return method.invoke(real, arguments);
    } catch (InvocationTargetException failed) {
      throw failed.getCause();
    }
  }
}

package navigator.persistence.aws;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import navigator.contracts.table.Key;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.paginators.QueryIterable;

/** A client that counts the pages which are read of one partition. */
final class CountedPages {

  private final DynamoDbClient real;
  private final AttributeValue partition;
  private final AtomicInteger read = new AtomicInteger();

  CountedPages(DynamoDbClient real, Key key) {
    this.real = real;
    this.partition = AttributeValue.fromS(key.partition());
  }

  DynamoDbClient client() {
    return (DynamoDbClient)
        Proxy.newProxyInstance(
            DynamoDbClient.class.getClassLoader(),
            new Class<?>[] {DynamoDbClient.class},
            (proxy, method, arguments) -> call((DynamoDbClient) proxy, method, arguments));
  }

  private @Nullable Object call(DynamoDbClient proxy, Method method, Object[] arguments)
      throws Throwable {
    if (arguments[0] instanceof QueryRequest query) {
      if (method.getName().equals("queryPaginator")) {
        return new QueryIterable(proxy, query);
      }
      if (query.expressionAttributeValues().containsValue(partition)) {
        read.incrementAndGet();
      }
    }
    try {
      return method.invoke(real, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  int read() {
    return read.get();
  }
}

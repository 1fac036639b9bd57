package navigator.ops.aws;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** A client that remembers what was called. */
final class CountedCalls {

  private final DynamoDbClient real;
  private final List<String> operations = new CopyOnWriteArrayList<>();
  private final List<String> indexes = new CopyOnWriteArrayList<>();

  CountedCalls(DynamoDbClient real) {
    this.real = real;
  }

  DynamoDbClient client() {
    return (DynamoDbClient)
        Proxy.newProxyInstance(
            DynamoDbClient.class.getClassLoader(),
            new Class<?>[] {DynamoDbClient.class},
            (_, method, arguments) -> call(method, arguments));
  }

  /** The operations' names. */
  List<String> operations() {
    return operations;
  }

  /** The indexes that were queried. */
  List<String> indexes() {
    return indexes;
  }

  private @Nullable Object call(Method method, Object[] arguments) throws Throwable {
    operations.add(method.getName());
    if (arguments[0] instanceof QueryRequest query) {
      indexes.add(query.indexName());
    }
    try {
      return method.invoke(real, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}

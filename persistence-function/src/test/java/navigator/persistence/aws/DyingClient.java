package navigator.persistence.aws;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A client whose process dies after so many calls: the table sees no more of them. */
final class DyingClient {

  private final DynamoDbClient real;
  private final AtomicInteger left;

  DyingClient(DynamoDbClient real, int calls) {
    this.real = real;
    this.left = new AtomicInteger(calls);
  }

  DynamoDbClient client() {
    return (DynamoDbClient)
        Proxy.newProxyInstance(
            DynamoDbClient.class.getClassLoader(),
            new Class<?>[] {DynamoDbClient.class},
            (_, method, arguments) -> {
              if (left.getAndDecrement() <= 0) {
                throw new IllegalStateException("Killed");
              }
              try {
                return method.invoke(real, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  /** Whether a call was one too many. */
  boolean died() {
    return left.get() < 0;
  }
}

package navigator.ops.aws;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** A client that gets little from each query of an index, as of a table with very many items. */
final class SmallPages {

  private SmallPages() {}

  /**
   * A client whose queries of an index read so many items each.
   *
   * @param before what happens just before each
   */
  static DynamoDbClient of(DynamoDbClient real, int items, Runnable before) {
    return (DynamoDbClient)
        Proxy.newProxyInstance(
            DynamoDbClient.class.getClassLoader(),
            new Class<?>[] {DynamoDbClient.class},
            (self, method, arguments) -> {
              if (method.getName().equals("queryPaginator")) {
                return InvocationHandler.invokeDefault(self, method, arguments);
              }
              if (arguments[0] instanceof QueryRequest query && query.indexName() != null) {
                before.run();
                arguments[0] = query.toBuilder().limit(items).build();
              }
              try {
                return method.invoke(real, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}

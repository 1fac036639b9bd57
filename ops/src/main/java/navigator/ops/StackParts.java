package navigator.ops;

import java.util.Map;

/**
 * What a stack consists of, by the names that AWS knows it by.
 *
 * @param queues their URLs, all of them
 */
public record StackParts(
    String stack, String region, String table, String bus, Map<StackQueue, String> queues) {

  public StackParts {
    queues = Map.copyOf(queues);
  }
}

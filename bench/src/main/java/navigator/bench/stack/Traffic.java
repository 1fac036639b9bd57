package navigator.bench.stack;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import navigator.local.Deliveries;
import navigator.local.FunctionInvoker;
import navigator.local.InvokeResult;
import navigator.local.gateway.Upstream;

/**
 * Counts what passes between the queues, the functions and the table. Safe for use by many threads.
 */
final class Traffic {

  /** Stands once in each record of an event, and unescaped in nothing that people wrote. */
  private static final String RECORD = "\"receiptHandle\":";

  private static final String QUOTA_KEY = "\"QUOTA#";

  private final Map<String, LongAdder> receives = new ConcurrentHashMap<>();
  private final Map<String, LongAdder> quotaWrites = new ConcurrentHashMap<>();

  /** Counts the messages that mappings hand over. */
  Deliveries deliveries() {
    return functions ->
        new FunctionInvoker() {
          @Override
          public InvokeResult invoke(String functionArn, String payload)
              throws InterruptedException {
            count(receives, functionArn).add(occurrences(payload, RECORD));
            return functions.invoke(functionArn, payload);
          }

          @Override
          public void invokeAsync(String functionArn, String payload) {
            functions.invokeAsync(functionArn, payload);
          }
        };
  }

  /** Counts the writes on quotas, refused ones included, on their way to the table. */
  Upstream counting(Upstream dynamoDb) {
    return (call, operation, caller) -> {
      if (operation.equals("UpdateItem")) {
        String body = call.body().text();
        if (body.contains(QUOTA_KEY)) {
          count(quotaWrites, caller.name()).increment();
        }
      }
      return dynamoDb.send(call, operation, caller);
    };
  }

  /** How many messages a function was handed. */
  int receives(String functionArn) {
    return count(receives, functionArn).intValue();
  }

  /** How many writes on quotas a role made. */
  int quotaWrites(String role) {
    return count(quotaWrites, role).intValue();
  }

  private static LongAdder count(Map<String, LongAdder> counts, String key) {
    return counts.computeIfAbsent(key, _ -> new LongAdder());
  }

  private static int occurrences(String text, String part) {
    int count = 0;
    for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length())) {
      count++;
    }
    return count;
  }
}

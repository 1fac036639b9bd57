package navigator.bench.replay.aws;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/** Counts the calls of a client, by operation. Safe for use by many threads. */
public final class CallCounts implements ExecutionInterceptor {

  private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

  @Override
  public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
    String operation = attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
    counts.computeIfAbsent(operation, _ -> new LongAdder()).increment();
  }

  public long queries() {
    return count("Query");
  }

  public long scans() {
    return count("Scan");
  }

  private long count(String operation) {
    LongAdder count = counts.get(operation);
    return count == null ? 0 : count.sum();
  }
}

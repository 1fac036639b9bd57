package navigator.bench.stack;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import navigator.local.FunctionLog;

/**
 * Counts in the functions' logs what failed for a reason that no contender is to blame for: a
 * machine without time to spare, most likely. Safe for use by many threads.
 */
final class FaultCount implements FunctionLog {

  private static final String FAULTED = "\"message\":\"delivery.faulted\"";
  private static final String TIMED_OUT = "Error: Task timed out";

  private final Map<String, LongAdder> faults = new ConcurrentHashMap<>();

  @Override
  public void line(String functionName, String line) {
    if (line.contains(FAULTED) || line.contains(TIMED_OUT)) {
      faults.computeIfAbsent(functionName, _ -> new LongAdder()).increment();
    }
  }

  /** Of a function, so far. */
  int of(String functionName) {
    return faults.computeIfAbsent(functionName, _ -> new LongAdder()).intValue();
  }
}

package navigator.local;

/**
 * The invoke operation of the Lambda service, as the HTTP API, event source mappings, rules and
 * schedules call it. Implementations are safe for use by many threads.
 */
public interface FunctionInvoker {

  /**
   * Runs a function once and waits for what it says.
   *
   * @param functionArn with or without a qualifier
   * @param payload the event as JSON
   */
  InvokeResult invoke(String functionArn, String payload) throws InterruptedException;

  /**
   * Queues an event for a function, which is then retried and in the end handed to its on-failure
   * destination. Returns when the event is queued.
   */
  void invokeAsync(String functionArn, String payload);
}

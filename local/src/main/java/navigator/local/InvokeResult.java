package navigator.local;

/** What became of one synchronous invocation. */
public sealed interface InvokeResult {

  /** The function returned; the payload is JSON. */
  record Returned(String payload) implements InvokeResult {}

  /**
   * The function threw, ran out of time, or its process ended.
   *
   * @param errorType such as {@code java.lang.IllegalStateException} or {@code Sandbox.Timedout}
   */
  record Failed(String errorType, String errorMessage) implements InvokeResult {}

  /** No environment was free, and no further one is allowed. */
  record Throttled() implements InvokeResult {}
}

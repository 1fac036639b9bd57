package navigator.local.stack;

/** When a stack's functions have their first processes. */
public enum Prewarming {

  /**
   * Before the stack is ready: no request waits for a start, and a function that cannot start stops
   * the stack.
   */
  BEFORE_READY,

  /** One after the other as soon as the stack is ready, behind those that somebody waits for. */
  AFTER_READY,

  /** Each at its first invocation, as on AWS. */
  NEVER
}

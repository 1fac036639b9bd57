package navigator.local.lambda.runtime;

import navigator.local.InvokeResult.Failed;

/** What became of an environment that was to be started. */
sealed interface Startup {

  /** It is waiting for its first invocation. */
  record Ready(ExecutionEnvironment environment) implements Startup {}

  /** Its process said why it cannot work, or ended. */
  record Refused(Failed failure) implements Startup {}
}

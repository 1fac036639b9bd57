package navigator.local.lambda.async;

import navigator.local.InvokeResult.Failed;

/** How an asynchronous event ended, or that it has to be tried again. */
sealed interface Outcome {

  /** The function took it. */
  record Done() implements Outcome {}

  /** The function failed, and so did its retries. */
  record RetriesExhausted(int tries, Failed last) implements Outcome {}

  /** No try succeeded while the event was young enough. */
  record EventAgeExceeded(int tries) implements Outcome {}
}

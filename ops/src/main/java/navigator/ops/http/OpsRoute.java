package navigator.ops.http;

import navigator.contracts.http.HttpAnswer;

/** Answers the calls of one route. Called by many threads. */
@FunctionalInterface
interface OpsRoute {
  HttpAnswer answer(OpsCall call) throws InterruptedException;
}

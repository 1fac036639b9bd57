package navigator.local.client;

import java.time.Duration;
import java.util.function.Consumer;
import navigator.contracts.http.RequestObject;

/**
 * Follows a request until it has ended: waits where the API lets clients wait, and else asks as
 * often as the API wants to be asked.
 */
public final class Poll {

  /** How often to ask where the API does not say, and at most where it does not let wait. */
  private static final Duration UNTOLD = Duration.ofMillis(500);

  /** Short, so that the states between are seen too. */
  private static final Duration WAIT = Duration.ofSeconds(2);

  private final ChatApi api;
  private final Consumer<RequestObject> watcher;

  /**
   * Polls an API.
   *
   * @param watcher sees every state that was found, the last one included
   */
  public Poll(ChatApi api, Consumer<RequestObject> watcher) {
    this.api = api;
    this.watcher = watcher;
  }

  /** The request in its terminal state, or why that was not to be learned. */
  public ApiAnswer<RequestObject> toTheEnd(ApiAnswer<RequestObject> first)
      throws InterruptedException {
    ApiAnswer<RequestObject> answer = first;
    while (answer instanceof ApiAnswer.Found<RequestObject>(var request, var retryAfter)) {
      watcher.accept(request);
      if (request.status().isTerminal()) {
        return answer;
      }
      answer = next(request, retryAfter.isZero() ? UNTOLD : retryAfter);
    }
    return answer;
  }

  private ApiAnswer<RequestObject> next(RequestObject request, Duration retryAfter)
      throws InterruptedException {
    long start = System.nanoTime();
    ApiAnswer<RequestObject> answer = api.outcome(request, WAIT);
    if (answer instanceof ApiAnswer.Rejected<RequestObject> full && full.retryable()) {
      // As many wait as may wait at once.
      Thread.sleep(retryAfter);
      return api.get(request.urls().self(), RequestObject.class);
    }
    if (answer instanceof ApiAnswer.Found<RequestObject>(var found, var _)
        && !found.status().isTerminal()) {
      // A wait that was not granted must not become a busy loop.
      Thread.sleep(retryAfter.minusNanos(System.nanoTime() - start));
    }
    return answer;
  }
}

package navigator.local.client;

import java.time.Duration;
import java.util.function.Consumer;
import navigator.contracts.http.RequestObject;

/** Follows a request until it has ended, as often as the API wants to be asked. */
public final class Poll {

  /** How often to ask where the API does not say. */
  private static final Duration UNTOLD = Duration.ofMillis(500);

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
      Thread.sleep(retryAfter.isZero() ? UNTOLD : retryAfter);
      answer = api.get(request.urls().self(), RequestObject.class);
    }
    return answer;
  }
}

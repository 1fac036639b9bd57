package navigator.bench.pipeline;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import navigator.contracts.ConversationId;
import navigator.contracts.Role;
import navigator.contracts.http.RequestObject;
import navigator.local.client.ApiAnswer;
import navigator.local.client.ChatApi;
import navigator.local.stack.LocalStack;

/** One user who asks through the API, with an idempotency key as clients should. */
final class Asker implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 60;

  private final Meter meter;
  private final ChatApi api;

  Asker(LocalStack stack, Meter meter, String user) {
    this.meter = meter;
    this.api = new ChatApi(stack.apiUrl(), stack.token(user, Role.INSTRUCTOR));
  }

  /**
   * A request that was accepted.
   *
   * @param submitMillis what the submit took
   * @param acceptedAt when the 202 was there, on the clock of {@link System#nanoTime()}
   */
  record Accepted(RequestObject request, double submitMillis, long acceptedAt) {}

  Accepted submit(String question, Optional<ConversationId> conversation)
      throws InterruptedException {
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("message", question);
    conversation.ifPresent(id -> body.put("conversation_id", id.value()));
    Optional<String> key = Optional.of(UUID.randomUUID().toString());
    long start = System.nanoTime();
    RequestObject request = found(api.submit(body, key));
    long end = System.nanoTime();
    return new Accepted(request, (end - start) / 1e6, end);
  }

  void poll(Accepted accepted) throws InterruptedException {
    found(api.request(accepted.request().requestId()));
  }

  private static RequestObject found(ApiAnswer<RequestObject> answer) {
    return switch (answer) {
      case ApiAnswer.Found<RequestObject>(var request, var _) -> request;
      case ApiAnswer.Failed<RequestObject> failed ->
          throw new IllegalStateException("The API refused a request: " + failed.reason());
    };
  }

  /** Waits until a request is completed: the milliseconds since it was accepted. */
  double completed(Accepted accepted) throws InterruptedException {
    try {
      long at =
          meter
              .completion(accepted.request().requestId().value())
              .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return (at - accepted.acceptedAt()) / 1e6;
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException(
          "A request was not completed in %d s".formatted(PATIENCE_SECONDS), e);
    }
  }

  @Override
  public void close() {
    api.close();
  }
}

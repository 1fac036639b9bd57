package navigator.local.client;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import navigator.contracts.ConversationId;
import navigator.contracts.RequestId;
import navigator.contracts.http.RequestObject;
import navigator.contracts.wire.Wire;

/**
 * The chat API as one caller sees it. Connects to its base URL alone: it follows no redirects and
 * no URLs that lead elsewhere. Safe for use by many threads.
 */
public final class ChatApi implements AutoCloseable {

  /** Longer than the API's own limit of 30 seconds for an answer. */
  private static final Duration TIMEOUT = Duration.ofSeconds(35);

  /** Between the tries of a submit. */
  private static final List<Duration> PAUSES =
      List.of(Duration.ofMillis(200), Duration.ofMillis(600));

  /** The longest wait that the API may ask for between them. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final URI base;
  private final String token;
  private final HttpClient http;

  /**
   * The API at a URL.
   *
   * @param base without a slash at the end
   * @param token an ID token of the caller
   */
  public ChatApi(URI base, String token) {
    this.base = base;
    this.token = token;
    this.http =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(5))
            .version(HttpClient.Version.HTTP_1_1)
            .build();
  }

  /**
   * Submits a question, as the next turn of a conversation or as the first of a new one. It is
   * tried again with the same key when it fails in a way that may pass soon, and is still asked
   * once.
   */
  public ApiAnswer<RequestObject> submit(String message, Optional<ConversationId> conversation)
      throws InterruptedException {
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("message", message);
    conversation.ifPresent(id -> body.put("conversation_id", id.value()));
    Optional<String> key = Optional.of(UUID.randomUUID().toString());
    ApiAnswer<RequestObject> answer = submit(body, key);
    for (Duration pause : PAUSES) {
      if (!(answer instanceof ApiAnswer.Failed<RequestObject> failed)
          || !failed.retryable()
          || failed.retryAfter().compareTo(PATIENCE) > 0) {
        return answer;
      }
      Thread.sleep(longer(pause, failed.retryAfter()));
      answer = submit(body, key);
    }
    return answer;
  }

  /** Submits a body as it is, once, under a key if there is one. */
  public ApiAnswer<RequestObject> submit(ObjectNode body, Optional<String> key)
      throws InterruptedException {
    HttpRequest.Builder call =
        HttpRequest.newBuilder(base.resolve("/chat"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(Wire.write(body)));
    key.ifPresent(name -> call.header("Idempotency-Key", name));
    return send(call, RequestObject.class);
  }

  /** The request with an id. */
  public ApiAnswer<RequestObject> request(RequestId id) throws InterruptedException {
    return get("/chat/" + id, RequestObject.class);
  }

  /**
   * Cancels a request: what came of it is in its status.
   *
   * @throws IllegalArgumentException if its URL leads to another server
   */
  public ApiAnswer<RequestObject> cancel(RequestObject request) throws InterruptedException {
    HttpRequest.Builder call = HttpRequest.newBuilder(resolve(request.urls().cancel()));
    return send(call.POST(BodyPublishers.noBody()), RequestObject.class);
  }

  /** Deletes a conversation with its text; whether the API says that it did. */
  public boolean delete(ConversationId conversation) throws InterruptedException {
    URI target = base.resolve("/conversations/" + conversation);
    try {
      return exchange(HttpRequest.newBuilder(target).DELETE()).statusCode() == 204;
    } catch (IOException _) {
      return false;
    }
  }

  /**
   * The request as soon as it has ended, or as it is when the API lets nobody wait any longer.
   *
   * @param wait that the API is asked for, whole seconds
   * @throws IllegalArgumentException if its URL leads to another server
   */
  public ApiAnswer<RequestObject> outcome(RequestObject request, Duration wait)
      throws InterruptedException {
    HttpRequest.Builder call = HttpRequest.newBuilder(resolve(request.urls().outcome()));
    return send(call.header("Prefer", "wait=" + wait.toSeconds()), RequestObject.class);
  }

  /**
   * What a URL of an earlier answer leads to.
   *
   * @param url relative to the API's base URL
   * @throws IllegalArgumentException if it leads to another server
   */
  public <T> ApiAnswer<T> get(String url, Class<T> type) throws InterruptedException {
    return send(HttpRequest.newBuilder(resolve(url)), type);
  }

  /**
   * What posting a body to a URL gives.
   *
   * @param url relative to the API's base URL
   * @throws IllegalArgumentException if it leads to another server
   */
  public <T> ApiAnswer<T> post(String url, ObjectNode body, Class<T> type)
      throws InterruptedException {
    HttpRequest.Builder call =
        HttpRequest.newBuilder(resolve(url))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(Wire.write(body)));
    return send(call, type);
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private URI resolve(String url) {
    URI target = base.resolve(url);
    if (!base.getRawAuthority().equals(target.getRawAuthority())) {
      throw new IllegalArgumentException(url + " leads away from " + base);
    }
    return target;
  }

  private <T> ApiAnswer<T> send(HttpRequest.Builder call, Class<T> type)
      throws InterruptedException {
    try {
      return AnswerReader.read(exchange(call), type);
    } catch (IOException e) {
      String cause = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      return new ApiAnswer.Unreachable<>(base, cause);
    }
  }

  private HttpResponse<String> exchange(HttpRequest.Builder call)
      throws IOException, InterruptedException {
    HttpRequest request =
        call.timeout(TIMEOUT)
            .header("Authorization", "Bearer " + token)
            .header("Accept", "application/json, application/problem+json")
            .build();
    return http.send(request, BodyHandlers.ofString());
  }

  @Override
  public void close() {
    http.shutdownNow();
    http.close();
  }
}

package navigator.local.pipeline;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import navigator.contracts.Status;
import navigator.contracts.wire.Wire;

/** A person's client; every answer that it gets is held against the API's specification. */
final class ChatClient {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final URI api;
  private final String token;
  private final PipelineRecord record;

  ChatClient(URI api, String token, PipelineRecord record) {
    this.api = api;
    this.token = token;
    this.record = record;
  }

  /** An answer: its status, its headers in lower case, and its JSON body. */
  record Answer(int status, Map<String, String> headers, JsonNode body) {

    String text(String field) {
      return body.path(field).asText();
    }

    /** A header's value; empty if it is not there. */
    String header(String name) {
      return headers.getOrDefault(name, "");
    }
  }

  Answer ask(String message) {
    return post(Map.of("message", message), message);
  }

  Answer ask(String message, String conversationId) {
    return post(Map.of("message", message, "conversation_id", conversationId), message);
  }

  Answer post(Object body, String privateText) {
    record.privateText(privateText);
    return post(Wire.write(body));
  }

  Answer post(String body) {
    return send(
        "POST",
        "/chat",
        request("/chat")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  /** A question under a key of the client's own. */
  Answer askOnce(String key, String message) {
    record.privateText(message);
    return postOnce(key, Map.of("message", message));
  }

  /** A body under a key of the client's own. */
  Answer postOnce(String key, Object body) {
    return send(
        "POST",
        "/chat",
        request("/chat")
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(BodyPublishers.ofString(Wire.write(body))));
  }

  Answer get(String url) {
    return send("GET", url.replaceFirst("\\?.*", ""), request(url).GET());
  }

  /** Any call, with a body where the method has one. */
  Answer call(String method, String path, Object body) {
    return send(
        method,
        path,
        request(path)
            .header("Content-Type", "application/json")
            .method(
                method,
                method.equals("GET")
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofString(Wire.write(body))));
  }

  /** Waits for the end of a request by the URL that came with it. */
  Answer outcome(Answer request, String prefer) {
    String url = request.body().path("urls").path("outcome").asText();
    return send("GET", url, request(url).header("Prefer", prefer).GET());
  }

  /** Cancels a request by the URL that came with it. */
  Answer cancel(Answer request) {
    String url = request.body().path("urls").path("cancel").asText();
    return send("POST", url, request(url).POST(BodyPublishers.noBody()));
  }

  /** Deletes the conversation of a request. */
  Answer deleteConversationOf(Answer request) {
    String url = "/conversations/" + request.text("conversation_id");
    return send("DELETE", url, request(url).DELETE());
  }

  /** The request behind a 202, as soon as it has ended. */
  Answer ended(Answer accepted) {
    Answer last = ended(accepted.text("request_id"));
    record.privateText(last.text("message"));
    return last;
  }

  /** The request of that id, as soon as it has ended. */
  Answer ended(String requestId) {
    return await().atMost(PATIENCE).until(() -> get("/chat/" + requestId), ChatClient::hasEnded);
  }

  /** The messages of the user's only conversation, newest first. */
  JsonNode messagesOfOnlyConversation() {
    JsonNode conversation = get("/conversations").body().path("items").path(0);
    return get(conversation.path("urls").path("messages").asText()).body().path("items");
  }

  private static boolean hasEnded(Answer answer) {
    return answer.status() == 200 && Status.ofWireName(answer.text("status")).isTerminal();
  }

  private HttpRequest.Builder request(String url) {
    return HttpRequest.newBuilder(api.resolve(url)).header("Authorization", "Bearer " + token);
  }

  private Answer send(String method, String path, HttpRequest.Builder request) {
    try {
      var response = HTTP.send(request.build(), BodyHandlers.ofString());
      Map<String, String> headers =
          response.headers().map().entrySet().stream()
              .collect(Collectors.toMap(Map.Entry::getKey, h -> String.join(",", h.getValue())));
      record.httpAnswer(method, path, response.statusCode(), headers, response.body());
      JsonNode body =
          response.statusCode() == 204
              ? MissingNode.getInstance()
              : PipelineRecord.json(response.body());
      return new Answer(response.statusCode(), headers, body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException("The call was interrupted", e);
    }
  }
}

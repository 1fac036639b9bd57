package navigator.bench.pipeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import navigator.local.InvokeResult;
import navigator.local.identity.PoolUser;

/** What the HTTP API hands to a function, in payload format 2.0, and what it gets back. */
final class ApiEvents {

  static final String SUBMIT = "POST /chat";
  static final String STATUS = "GET /chat/{request_id}";

  private static final JsonMapper JSON = new JsonMapper();

  private ApiEvents() {}

  static PoolUser user(String name) {
    return new PoolUser(name, name + "@example.org", List.of("instructor"));
  }

  static String submit(String user, String question) {
    ObjectNode event = event(SUBMIT, "POST", "/chat", user);
    event.put("body", JsonNodeFactory.instance.objectNode().put("message", question).toString());
    return event.toString();
  }

  static String status(String user, String requestId) {
    ObjectNode event = event(STATUS, "GET", "/chat/" + requestId, user);
    event.putObject("pathParameters").put("request_id", requestId);
    return event.toString();
  }

  private static ObjectNode event(String route, String method, String path, String user) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    event.put("version", "2.0").put("routeKey", route).put("rawPath", path);
    event.put("rawQueryString", "").put("isBase64Encoded", false);
    event.putObject("headers").put("content-type", "application/json");
    ObjectNode context = event.putObject("requestContext");
    context.put("routeKey", route).put("stage", "$default").put("requestId", "benchmark");
    context.putObject("http").put("method", method).put("path", path).put("sourceIp", "127.0.0.1");
    context
        .putObject("authorizer")
        .putObject("jwt")
        .putObject("claims")
        .put("token_use", "id")
        .put("sub", user(user).subject().toString())
        .put("email", user(user).email())
        .put("cognito:groups", "[instructor]");
    return event;
  }

  /**
   * The body of an answer.
   *
   * @throws IllegalStateException if the function failed, or answered with another status
   */
  static JsonNode body(InvokeResult result, int status) {
    JsonNode answer = json(returned(result));
    if (answer.path("statusCode").asInt() != status) {
      throw new IllegalStateException("a function did not answer with " + status + ": " + answer);
    }
    return json(answer.path("body").asText());
  }

  /**
   * What a function returned.
   *
   * @throws IllegalStateException if it did not return
   */
  static String returned(InvokeResult result) {
    return switch (result) {
      case InvokeResult.Returned(String payload) -> payload;
      case InvokeResult.Failed failed ->
          throw new IllegalStateException("a function failed: " + failed);
      case InvokeResult.Throttled _ -> throw new IllegalStateException("a function was throttled");
    };
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a function answered with no JSON", e);
    }
  }
}

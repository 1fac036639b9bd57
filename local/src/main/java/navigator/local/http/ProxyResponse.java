package navigator.local.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import navigator.local.loopback.Body;
import navigator.local.loopback.Reply;
import org.eclipse.jetty.http.HttpFields;

/**
 * What a function returned, read as an answer in payload format 2.0. Multi-value headers are
 * ignored, as the format has none.
 */
final class ProxyResponse {
  private static final JsonMapper JSON = new JsonMapper();

  /** Headers that belong to the connection, or that the server writes itself. */
  private static final Set<String> SERVERS_OWN =
      Set.of("connection", "content-length", "date", "keep-alive", "transfer-encoding");

  private ProxyResponse() {}

  /** The answer for the client; empty if the payload is malformed. */
  static Optional<Reply> read(String payload) {
    try {
      var json = JSON.readTree(payload);
      return json.has("statusCode") ? structured(json) : Optional.of(inferred(json));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private static Reply inferred(JsonNode json) {
    return Reply.json(200, json.isTextual() ? json.textValue() : json.toString());
  }

  private static Optional<Reply> structured(JsonNode json) {
    var status = status(json.get("statusCode"));
    var headers = headers(json);
    var body = body(json);
    return status.isEmpty() || headers.isEmpty() || body.isEmpty()
        ? Optional.empty()
        : Optional.of(new Reply(status.get(), headers.get(), body.get()));
  }

  private static Optional<Integer> status(JsonNode status) {
    var number = status.asInt(0);
    return number >= 200 && number <= 599 ? Optional.of(number) : Optional.empty();
  }

  private static Optional<HttpFields> headers(JsonNode json) {
    var headers = HttpFields.build();
    var given = json.path("headers");
    var cookies = json.path("cookies");
    if (isOther(given, given.isObject()) || isOther(cookies, cookies.isArray())) {
      return Optional.empty();
    }
    for (var header : given.properties()) {
      var name = header.getKey().toLowerCase(Locale.ROOT);
      if (header.getValue().isContainerNode()) {
        return Optional.empty();
      }
      if (!SERVERS_OWN.contains(name) && !header.getValue().isNull()) {
        headers.add(name, header.getValue().asText());
      }
    }
    cookies.forEach(cookie -> headers.add("set-cookie", cookie.asText()));
    if (!headers.contains("content-type")) {
      headers.add("content-type", "text/plain;charset=UTF-8");
    }
    return Optional.of(headers);
  }

  private static Optional<Body> body(JsonNode json) {
    var body = json.path("body");
    if (isOther(body, body.isTextual())) {
      return Optional.empty();
    }
    if (!json.path("isBase64Encoded").asBoolean(false)) {
      return Optional.of(Body.of(body.asText("")));
    }
    try {
      return Optional.of(Body.of(Base64.getDecoder().decode(body.asText(""))));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static boolean isOther(JsonNode node, boolean asExpected) {
    return !asExpected && !node.isMissingNode() && !node.isNull();
  }
}

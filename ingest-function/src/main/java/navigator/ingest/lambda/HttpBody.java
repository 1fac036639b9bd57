package navigator.ingest.lambda;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The body of an HTTP call, if it may be JSON. */
sealed interface HttpBody {

  Set<String> JSON_TYPES =
      Set.of(
          "application/json",
          "application/json;charset=utf-8",
          "application/json;charset=\"utf-8\"");

  /** Text that is said to be JSON. */
  record Json(String text) implements HttpBody {}

  /** Something else, by its own account. */
  record NotJson() implements HttpBody {}

  /** Bytes that are no text, or nothing. */
  record Unreadable(String reason) implements HttpBody {}

  static HttpBody of(APIGatewayV2HTTPEvent event) {
    if (!isJson(header(event, "content-type"))) {
      return new NotJson();
    }
    String body = event.getBody();
    if (body == null || body.isEmpty()) {
      return new Unreadable("the body is empty");
    }
    return event.getIsBase64Encoded() ? decoded(body) : new Json(body);
  }

  /** A header by its lower-case name, as an HTTP API hands it over. */
  static @Nullable String header(APIGatewayV2HTTPEvent event, String name) {
    Map<String, String> headers = event.getHeaders();
    return headers == null ? null : headers.get(name);
  }

  private static boolean isJson(@Nullable String contentType) {
    return contentType != null
        && JSON_TYPES.contains(contentType.replaceAll("\\s", "").toLowerCase(Locale.ROOT));
  }

  private static HttpBody decoded(String base64) {
    try {
      byte[] bytes = Base64.getDecoder().decode(base64);
      return new Json(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (IllegalArgumentException _) {
      return new Unreadable("the body is not base64");
    } catch (CharacterCodingException _) {
      return new Unreadable("the body is not UTF-8");
    }
  }
}

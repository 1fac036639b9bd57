package navigator.ops.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import navigator.contracts.http.HttpAnswer;
import navigator.contracts.http.JsonObject;
import navigator.contracts.wire.Read;
import navigator.contracts.wire.Wire;
import org.jspecify.annotations.Nullable;

/** The JSON object that a call carries, or the answer that says why it carries none. */
sealed interface JsonBody {

  /** Longer than a valid body that escapes its every character. */
  int MAX_CHARS = 262_144;

  Set<String> JSON_TYPES =
      Set.of(
          "application/json",
          "application/json;charset=utf-8",
          "application/json;charset=\"utf-8\"");

  /** An object, nothing of it checked. */
  record Fields(JsonObject fields) implements JsonBody {}

  /** Something else. */
  record Refused(HttpAnswer answer) implements JsonBody {}

  static JsonBody of(OpsCall call) {
    if (!isJson(call.contentType())) {
      return new Refused(Refusals.notJson());
    }
    String body = call.body();
    if (body == null || body.isEmpty()) {
      return malformed("the body is empty");
    }
    return call.base64() ? decoded(body) : parsed(body);
  }

  private static boolean isJson(@Nullable String contentType) {
    return contentType != null
        && JSON_TYPES.contains(contentType.replaceAll("\\s", "").toLowerCase(Locale.ROOT));
  }

  private static JsonBody decoded(String base64) {
    try {
      byte[] bytes = Base64.getDecoder().decode(base64);
      return parsed(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (IllegalArgumentException _) {
      return malformed("the body is not base64");
    } catch (CharacterCodingException _) {
      return malformed("the body is not UTF-8");
    }
  }

  private static JsonBody parsed(String text) {
    if (text.length() > MAX_CHARS) {
      return malformed("the body is longer than any valid one");
    }
    return switch (Wire.read(text, JsonObject.class)) {
      case Read.Valid<JsonObject>(JsonObject fields) -> new Fields(fields);
      case Read.Invalid<JsonObject>(String reason) -> malformed(reason);
    };
  }

  private static JsonBody malformed(String reason) {
    return new Refused(Refusals.malformed(reason));
  }
}

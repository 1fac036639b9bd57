package navigator.local.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Optional;
import navigator.local.loopback.Body;
import navigator.local.loopback.Call;
import navigator.local.loopback.Reply;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

/**
 * The AWS JSON protocol: the operation is in {@code X-Amz-Target}, input and output are JSON.
 *
 * @param version {@code 1.0} or {@code 1.1}
 * @param target what stands before the dot in {@code X-Amz-Target}
 * @see <a href="https://smithy.io/2.0/aws/protocols/aws-json-1_0-protocol.html">AWS JSON 1.0</a>
 */
public record AwsJson(String version, String target) {

  private static final JsonMapper JSON = new JsonMapper();

  /** Empty if the request is of another protocol or for another service. */
  public Optional<String> operation(Call call) {
    var header = call.headers().get("X-Amz-Target");
    return Optional.ofNullable(header)
        .filter(h -> h.startsWith(target + "."))
        .map(h -> h.substring(target.length() + 1));
  }

  /** The request's input; a missing node if it is no JSON. */
  public static JsonNode input(Body body) {
    try {
      return JSON.readTree(body.text());
    } catch (JsonProcessingException notJson) {
      return MissingNode.getInstance();
    }
  }

  /** An error in this protocol. */
  public Reply error(int status, String code, String message) {
    var body =
        JSON.createObjectNode()
            .put("__type", "com.amazon.coral.service#" + code)
            .put("message", message)
            .put("Message", message);
    return reply(status, body);
  }

  /** An answer in this protocol. */
  public Reply reply(int status, JsonNode body) {
    var headers =
        HttpFields.build().add(HttpHeader.CONTENT_TYPE, "application/x-amz-json-" + version);
    return new Reply(status, headers, Body.of(body.toString()));
  }
}

package navigator.ops.http;

import java.util.Map;
import navigator.contracts.http.Caller;
import org.jspecify.annotations.Nullable;

/**
 * An authorized call of an operator's route.
 *
 * @param route its key, such as {@code GET /ops/queues}
 * @param path the parts of the path that the route names
 * @param contentType null if the call does not say
 * @param body as it came; null if there is none
 * @param base64 whether it came in that encoding
 */
public record OpsCall(
    String route,
    Caller caller,
    Map<String, String> path,
    Map<String, String> query,
    @Nullable String contentType,
    @Nullable String body,
    boolean base64) {

  public OpsCall {
    path = Map.copyOf(path);
    query = Map.copyOf(query);
  }

  /** A part of the path; empty if the route has none of that name. */
  String path(String name) {
    return path.getOrDefault(name, "");
  }
}

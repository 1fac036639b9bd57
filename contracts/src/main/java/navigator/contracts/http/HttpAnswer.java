package navigator.contracts.http;

import java.util.HashMap;
import java.util.Map;
import navigator.contracts.wire.Wire;

/** An answer of the HTTP API before it takes the form of any framework. */
public record HttpAnswer(int status, Map<String, String> headers, String body) {

  public HttpAnswer {
    headers = Map.copyOf(headers);
  }

  /** An answer that carries {@code body} as JSON. */
  public static HttpAnswer json(int status, Object body, Map<String, String> headers) {
    return new HttpAnswer(status, with(headers, "application/json"), Wire.write(body));
  }

  /** An answer that has nothing to say but that it is done. */
  public static HttpAnswer noContent() {
    return new HttpAnswer(204, Map.of("Cache-Control", "no-store"), "");
  }

  /** An answer that carries a problem. */
  public static HttpAnswer problem(Problem problem) {
    return problem(problem, Map.of());
  }

  /** An answer that carries a problem, with headers of its own. */
  public static HttpAnswer problem(Problem problem, Map<String, String> headers) {
    return new HttpAnswer(
        problem.status(), with(headers, "application/problem+json"), Wire.write(problem));
  }

  private static Map<String, String> with(Map<String, String> headers, String contentType) {
    Map<String, String> all = new HashMap<>(headers);
    all.put("Content-Type", contentType);
    // What is said here is one person's, and changes while they look.
    all.put("Cache-Control", "no-store");
    return all;
  }
}

package navigator.local.http;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import navigator.local.loopback.Body;
import navigator.local.loopback.Call;
import navigator.local.loopback.Reply;
import navigator.local.topology.HttpApi.Cors;
import org.eclipse.jetty.http.HttpFields;

/**
 * The API's own CORS headers. Where the API has a CORS configuration, those of functions are
 * ignored.
 *
 * @see <a href=
 *     "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html">CORS for
 *     HTTP APIs</a>
 */
record CorsPolicy(Optional<Cors> cors) {
  private static final String PREFIX = "access-control-";

  /** Whether the API answers the call itself; it does so for {@code OPTIONS} without a route. */
  boolean answers(Call call) {
    return cors.isPresent() && call.method().equals("OPTIONS");
  }

  /** The answer to a preflight, with no content. */
  Reply preflight(Call call) {
    var headers = HttpFields.build();
    allowedOrigin(call)
        .ifPresent(
            origin -> {
              var c = cors.orElseThrow();
              headers.add(PREFIX + "allow-origin", origin);
              addList(headers, "allow-methods", c.allowMethods());
              addList(headers, "allow-headers", lowerCase(c.allowHeaders()));
              addList(headers, "expose-headers", lowerCase(c.exposeHeaders()));
              headers.add(PREFIX + "max-age", Long.toString(c.maxAge().toSeconds()));
            });
    return new Reply(204, headers, Body.EMPTY);
  }

  /** An answer with the API's CORS headers in place of its own. */
  Reply apply(Call call, Reply reply) {
    if (cors.isEmpty()) {
      return reply;
    }
    var headers = HttpFields.build();
    reply.headers().stream()
        .filter(field -> !field.getLowerCaseName().startsWith(PREFIX))
        .forEach(headers::add);
    allowedOrigin(call)
        .ifPresent(
            origin -> {
              headers.add(PREFIX + "allow-origin", origin);
              addList(headers, "expose-headers", lowerCase(cors.get().exposeHeaders()));
            });
    return new Reply(reply.status(), headers, reply.body());
  }

  private Optional<String> allowedOrigin(Call call) {
    return Optional.ofNullable(call.headers().get("origin"))
        .flatMap(
            origin ->
                cors.stream()
                    .flatMap(c -> c.allowOrigins().stream())
                    .filter(allowed -> allows(allowed, origin))
                    .map(allowed -> allowed.equals("*") ? "*" : origin)
                    .findFirst());
  }

  private static boolean allows(String allowed, String origin) {
    return allowed.endsWith("*")
        ? origin.startsWith(allowed.substring(0, allowed.length() - 1))
        : allowed.equals(origin);
  }

  private static List<String> lowerCase(List<String> names) {
    return names.stream().map(n -> n.toLowerCase(Locale.ROOT)).collect(Collectors.toList());
  }

  private static void addList(HttpFields.Mutable headers, String name, List<String> values) {
    if (!values.isEmpty()) {
      headers.add(PREFIX + name, String.join(",", values));
    }
  }
}

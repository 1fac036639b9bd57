package navigator.persistence.lambda;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.util.Map;
import java.util.Objects;
import navigator.contracts.http.Caller;
import org.jspecify.annotations.Nullable;

/** An authorized call of a route without a body. */
record HttpCall(
    String route,
    Caller caller,
    Map<String, String> path,
    Map<String, String> query,
    Map<String, String> headers) {

  /** Whether it came with a token that tells who calls. */
  static boolean hasAnIdToken(APIGatewayV2HTTPEvent event) {
    return Caller.isOfAnIdToken(claims(event));
  }

  static HttpCall of(APIGatewayV2HTTPEvent event) {
    return new HttpCall(
        event.getRouteKey(),
        Caller.ofClaims(claims(event)),
        Objects.requireNonNullElse(event.getPathParameters(), Map.of()),
        Objects.requireNonNullElse(event.getQueryStringParameters(), Map.of()),
        Objects.requireNonNullElse(event.getHeaders(), Map.of()));
  }

  /** A header's value, given its name in lower case, as an HTTP API hands it over. */
  @Nullable String header(String name) {
    return headers.get(name);
  }

  /** A part of the path; empty if the route has none of that name. */
  String path(String name) {
    return path.getOrDefault(name, "");
  }

  private static Map<String, String> claims(APIGatewayV2HTTPEvent event) {
    return event.getRequestContext().getAuthorizer().getJwt().getClaims();
  }
}

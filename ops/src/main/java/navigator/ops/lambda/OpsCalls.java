package navigator.ops.lambda;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.util.Map;
import java.util.Objects;
import navigator.contracts.http.Caller;
import navigator.ops.http.OpsCall;

/** Operators' calls, as an HTTP API hands them over. */
final class OpsCalls {

  private OpsCalls() {}

  /** Whether it came with a token that tells who calls. */
  static boolean hasAnIdToken(APIGatewayV2HTTPEvent event) {
    return Caller.isOfAnIdToken(claims(event));
  }

  static OpsCall of(APIGatewayV2HTTPEvent event) {
    Map<String, String> headers = Objects.requireNonNullElse(event.getHeaders(), Map.of());
    return new OpsCall(
        event.getRouteKey(),
        Caller.ofClaims(claims(event)),
        Objects.requireNonNullElse(event.getPathParameters(), Map.of()),
        Objects.requireNonNullElse(event.getQueryStringParameters(), Map.of()),
        // An HTTP API hands names over in lower case.
        headers.get("content-type"),
        event.getBody(),
        event.getIsBase64Encoded());
  }

  private static Map<String, String> claims(APIGatewayV2HTTPEvent event) {
    return event.getRequestContext().getAuthorizer().getJwt().getClaims();
  }
}

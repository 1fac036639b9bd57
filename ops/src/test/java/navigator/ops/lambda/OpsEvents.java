package navigator.ops.lambda;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import java.util.Map;

/** Calls as an HTTP API with a JWT authorizer hands them over. */
final class OpsEvents {

  private OpsEvents() {}

  static APIGatewayV2HTTPEvent call(
      Map<String, String> claims, String route, String parameter, Map<String, String> query) {
    var jwt = new RequestContext.Authorizer.JWT();
    jwt.setClaims(claims);
    var authorizer = new RequestContext.Authorizer();
    authorizer.setJwt(jwt);
    APIGatewayV2HTTPEvent event =
        APIGatewayV2HTTPEvent.builder()
            .withRouteKey(route)
            .withRequestContext(RequestContext.builder().withAuthorizer(authorizer).build())
            .build();
    // An HTTP API leaves out what is empty.
    if (route.contains("{")) {
      event.setPathParameters(
          Map.of(route.replaceAll(".*\\{", "").replaceAll("}.*", ""), parameter));
    }
    if (!query.isEmpty()) {
      event.setQueryStringParameters(query);
    }
    return event;
  }

  /** The same with a body that is JSON. */
  static APIGatewayV2HTTPEvent with(APIGatewayV2HTTPEvent event, String body) {
    event.setHeaders(Map.of("content-type", "application/json"));
    event.setBody(body);
    return event;
  }

  static Map<String, String> claims(String user, String groups) {
    return Map.of("token_use", "id", "sub", user, "cognito:groups", groups);
  }
}

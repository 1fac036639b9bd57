package navigator.persistence.lambda;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import java.util.Map;

/** Calls as an HTTP API with a JWT authorizer hands them over. */
final class HttpEvents {

  private HttpEvents() {}

  static APIGatewayV2HTTPEvent get(
      String user, String route, Map<String, String> path, Map<String, String> query) {
    return call(user, route, path, query);
  }

  static APIGatewayV2HTTPEvent call(
      String user, String route, Map<String, String> path, Map<String, String> query) {
    var jwt = new RequestContext.Authorizer.JWT();
    jwt.setClaims(Map.of("token_use", "id", "sub", user));
    var authorizer = new RequestContext.Authorizer();
    authorizer.setJwt(jwt);
    APIGatewayV2HTTPEvent event =
        APIGatewayV2HTTPEvent.builder()
            .withRouteKey(route)
            .withRequestContext(RequestContext.builder().withAuthorizer(authorizer).build())
            .build();
    // An HTTP API leaves out what is empty.
    if (!path.isEmpty()) {
      event.setPathParameters(path);
    }
    if (!query.isEmpty()) {
      event.setQueryStringParameters(query);
    }
    return event;
  }

  /** The same with headers, whose names an HTTP API hands over in lower case. */
  static APIGatewayV2HTTPEvent with(APIGatewayV2HTTPEvent event, Map<String, String> headers) {
    event.setHeaders(headers);
    return event;
  }
}

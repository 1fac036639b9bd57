package navigator.ingest.lambda;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import java.util.Map;

/** Calls as an HTTP API with a JWT authorizer hands them over. */
final class HttpEvents {

  static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

  private HttpEvents() {}

  static APIGatewayV2HTTPEvent post(String user, String body) {
    return post(user, body, Map.of("content-type", "application/json", "traceparent", TRACE));
  }

  static APIGatewayV2HTTPEvent post(String user, String body, Map<String, String> headers) {
    var jwt = new RequestContext.Authorizer.JWT();
    jwt.setClaims(
        Map.of(
            "token_use",
            "id",
            "sub",
            user,
            "email",
            user + "@example.org",
            "cognito:groups",
            "[staff]"));
    var authorizer = new RequestContext.Authorizer();
    authorizer.setJwt(jwt);
    return APIGatewayV2HTTPEvent.builder()
        .withRouteKey("POST /chat")
        .withHeaders(headers)
        .withBody(body)
        .withIsBase64Encoded(false)
        .withRequestContext(RequestContext.builder().withAuthorizer(authorizer).build())
        .build();
  }
}

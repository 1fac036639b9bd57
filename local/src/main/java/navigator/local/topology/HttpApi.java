package navigator.local.topology;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * An HTTP API with Lambda proxy integrations in payload format 2.0, {@code AWS::ApiGatewayV2::Api}.
 *
 * @param throttle the default route settings of its {@code $default} stage
 */
public record HttpApi(
    String id, String name, List<Route> routes, Optional<Cors> cors, Throttle throttle) {

  public HttpApi {
    routes = List.copyOf(routes);
  }

  /**
   * A route.
   *
   * @param method an HTTP method, or {@code ANY}
   * @param path such as <code>/chat/{request_id}</code>
   * @param functionArn with its alias
   * @param authorizer empty: open to everybody
   */
  public record Route(
      String method, String path, String functionArn, Optional<JwtAuthorizer> authorizer) {}

  /** What a bearer token must carry. */
  public record JwtAuthorizer(String issuer, List<String> audiences) {
    public JwtAuthorizer {
      audiences = List.copyOf(audiences);
    }
  }

  /** The CORS configuration, answered by the API itself. */
  public record Cors(
      List<String> allowOrigins,
      List<String> allowMethods,
      List<String> allowHeaders,
      List<String> exposeHeaders,
      Duration maxAge) {}

  /**
   * A token bucket.
   *
   * @param rate requests a second
   * @param burst the bucket's depth
   */
  public record Throttle(double rate, int burst) {}
}

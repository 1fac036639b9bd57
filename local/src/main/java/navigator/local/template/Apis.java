package navigator.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import navigator.local.topology.HttpApi;

/**
 * Reads the one HTTP API of a stack: {@code AWS::ApiGatewayV2::Api} with its integrations, routes,
 * authorizers and {@code $default} stage.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/AWS_ApiGatewayV2.html">Reference
 *     of the types</a>
 */
final class Apis {

  /** An account's quota, which holds where the stage says nothing. */
  private static final double DEFAULT_RATE = 10_000;

  private static final int DEFAULT_BURST = 5_000;

  private static final HttpApi.Throttle NO_STAGE =
      new HttpApi.Throttle(DEFAULT_RATE, DEFAULT_BURST);

  private final Stack stack;

  private Apis(Stack stack) {
    this.stack = stack;
  }

  static HttpApi read(Stack stack) {
    var reader = new Apis(stack);
    var throttles = stack.each(EmulatedType.STAGE, (resource, p) -> throttle(p));
    var apis =
        stack.each(
            EmulatedType.API,
            (resource, p) ->
                reader.api(resource, p, throttles.isEmpty() ? NO_STAGE : throttles.getFirst()));
    return One.of(stack, "HTTP API", apis)
        .orElseGet(() -> new HttpApi("", "", List.of(), Optional.empty(), NO_STAGE));
  }

  private HttpApi api(Resource resource, Properties p, HttpApi.Throttle throttle) {
    p.only("ProtocolType", "HTTP")
        .withoutEffect("it is a comment", "Description")
        .withoutEffect("nobody is billed", "Tags");
    return new HttpApi(stack.resolver().ref(resource), p.text("Name"), routes(), cors(p), throttle);
  }

  private static Optional<HttpApi.Cors> cors(Properties p) {
    if (!p.has("CorsConfiguration")) {
      return Optional.empty();
    }
    var cors = p.object("CorsConfiguration");
    return Optional.of(
        new HttpApi.Cors(
            cors.texts("AllowOrigins"),
            cors.texts("AllowMethods"),
            cors.texts("AllowHeaders"),
            cors.texts("ExposeHeaders"),
            Duration.ofSeconds(cors.number("MaxAge").orElse(0))));
  }

  private static HttpApi.Throttle throttle(Properties p) {
    p.text("ApiId");
    p.only("StageName", "$default")
        .withoutEffect("routes are there at once", "AutoDeploy")
        .withoutEffect("requests are logged by the front itself", "AccessLogSettings");
    var settings = p.object("DefaultRouteSettings");
    return new HttpApi.Throttle(
        settings.json("ThrottlingRateLimit").map(JsonNode::asDouble).orElse(DEFAULT_RATE),
        settings.number("ThrottlingBurstLimit").orElse(DEFAULT_BURST));
  }

  private List<HttpApi.Route> routes() {
    var functions = new HashMap<String, String>();
    stack.each(
        EmulatedType.INTEGRATION,
        (resource, p) ->
            functions.put("integrations/" + stack.resolver().ref(resource), integration(p)));
    var authorizers = new HashMap<String, HttpApi.JwtAuthorizer>();
    stack.each(
        EmulatedType.AUTHORIZER,
        (resource, p) -> authorizers.put(stack.resolver().ref(resource), authorizer(p)));
    return stack.each(EmulatedType.ROUTE, (resource, p) -> route(p, functions, authorizers));
  }

  private static String integration(Properties p) {
    p.text("ApiId");
    p.only("IntegrationType", "AWS_PROXY").only("PayloadFormatVersion", "2.0");
    return p.text("IntegrationUri");
  }

  private static HttpApi.JwtAuthorizer authorizer(Properties p) {
    p.text("ApiId");
    p.withoutEffect("it is a name", "Name");
    p.only("AuthorizerType", "JWT");
    if (!p.texts("IdentitySource").equals(List.of("$request.header.Authorization"))) {
      p.refuse("tokens are only taken from the header Authorization");
    }
    var jwt = p.object("JwtConfiguration");
    return new HttpApi.JwtAuthorizer(jwt.text("Issuer"), jwt.texts("Audience"));
  }

  private static HttpApi.Route route(
      Properties p, Map<String, String> functions, Map<String, HttpApi.JwtAuthorizer> authorizers) {
    p.text("ApiId");
    p.only("AuthorizationType", "JWT", "NONE");
    var key = p.text("RouteKey").split(" ", 2);
    var target = p.text("Target");
    var authorizer = p.optionalText("AuthorizerId").map(authorizers::get);
    if (key.length != 2) {
      p.refuse("the route key " + key[0] + " has no path");
    }
    if (!functions.containsKey(target)) {
      p.refuse("its target " + target + " is no integration of the template");
    }
    return new HttpApi.Route(
        key[0], key[key.length - 1], functions.getOrDefault(target, ""), authorizer);
  }
}

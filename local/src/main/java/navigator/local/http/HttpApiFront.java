package navigator.local.http;

import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import navigator.local.FunctionInvoker;
import navigator.local.http.ProxyEvent.ApiIdentity;
import navigator.local.identity.LocalUserPool;
import navigator.local.loopback.Call;
import navigator.local.loopback.LoopbackServer;
import navigator.local.loopback.PortTakenException;
import navigator.local.loopback.Reply;
import navigator.local.topology.HttpApi;
import navigator.local.topology.HttpApi.JwtAuthorizer;

/**
 * The stack's HTTP API on 127.0.0.1. It serves the API's routes and nothing else; closing it waits
 * shortly for the running requests.
 */
public final class HttpApiFront implements AutoCloseable {
  private static final int LARGEST_BODY = 10 * 1024 * 1024;

  private final HttpApi api;
  private final FrontSettings settings;
  private final InstantSource clock;
  private final RouteTable routes;
  private final CorsPolicy cors;
  private final TokenBucket bucket;
  private final Integration integration;
  private final JWKSet keys;
  private final RequestIds ids = new RequestIds(new SecureRandom());
  private final LoopbackServer server;

  private HttpApiFront(
      HttpApi api,
      LocalUserPool pool,
      FunctionInvoker functions,
      FrontSettings settings,
      InstantSource clock)
      throws IOException {
    this.api = api;
    this.settings = settings;
    this.clock = clock;
    this.routes = new RouteTable(api.routes());
    this.cors = new CorsPolicy(api.cors());
    this.bucket = new TokenBucket(api.throttle(), clock);
    this.integration = new Integration(functions, settings.integrationTimeout());
    this.keys = pool.publicKeys();
    var limits = new LoopbackServer.Limits(LARGEST_BODY, GatewayError.TOO_LARGE.reply());
    this.server = LoopbackServer.start("http-api", settings.port(), limits, this::answer);
  }

  /**
   * Starts the API.
   *
   * @param pool whose tokens the authorizers accept
   * @throws PortTakenException if another program listens on the port
   * @throws IllegalArgumentException if an authorizer trusts another issuer than the pool
   */
  public static HttpApiFront start(
      HttpApi api,
      LocalUserPool pool,
      FunctionInvoker functions,
      FrontSettings settings,
      InstantSource clock)
      throws IOException {
    for (var route : api.routes()) {
      route.authorizer().ifPresent(authorizer -> requireIssuer(pool, authorizer));
    }
    return new HttpApiFront(api, pool, functions, settings, clock);
  }

  private static void requireIssuer(LocalUserPool pool, JwtAuthorizer authorizer) {
    if (!authorizer.issuer().equals(pool.issuer())) {
      throw new IllegalArgumentException(
          "An authorizer trusts tokens of %s, but the user pool's issuer is %s"
              .formatted(authorizer.issuer(), pool.issuer()));
    }
  }

  /** The API's URL, without a slash at the end. */
  public URI url() {
    return server.url();
  }

  private Reply answer(Call call) throws InterruptedException {
    var requestId = ids.requestId();
    return reply(call, requestId).with("apigw-requestid", requestId);
  }

  private Reply reply(Call call, String requestId) throws InterruptedException {
    if (!UrlText.isDecodable(call.rawPath(), call.rawQuery())) {
      return GatewayError.BAD_REQUEST.reply();
    }
    var match = routes.match(call.method(), UrlText.path(call.rawPath()));
    return match.isEmpty() && cors.answers(call)
        ? cors.preflight(call)
        : cors.apply(call, admit(call, match, requestId));
  }

  private Reply admit(Call call, Optional<RouteTable.Match> match, String requestId)
      throws InterruptedException {
    if (match.isEmpty()) {
      return GatewayError.NOT_FOUND.reply();
    }
    return bucket.tryTake()
        ? authorize(call, match.get(), requestId)
        : GatewayError.THROTTLED.reply();
  }

  private Reply authorize(Call call, RouteTable.Match match, String requestId)
      throws InterruptedException {
    var authorizer = match.route().authorizer();
    if (authorizer.isEmpty()) {
      return integrate(call, match, Optional.empty(), requestId);
    }
    var check = new BearerCheck(authorizer.get(), keys, clock);
    return switch (check.check(call.headers().get("authorization"))) {
      case Authorization.Granted(var claims) ->
          integrate(call, match, Optional.of(claims), requestId);
      case Authorization.NoToken() ->
          GatewayError.UNAUTHORIZED.reply().with("www-authenticate", "Bearer");
      case Authorization.Refused(var reason) ->
          GatewayError.UNAUTHORIZED.reply().with("www-authenticate", challenge(reason));
    };
  }

  private static String challenge(String reason) {
    return "Bearer scope=\"\" error=\"invalid_token\" error_description=\"" + reason + "\"";
  }

  private Reply integrate(
      Call call, RouteTable.Match match, Optional<Map<String, Object>> claims, String requestId)
      throws InterruptedException {
    var now = clock.instant();
    var identity = new ApiIdentity(settings.account(), api.id());
    var event = new ProxyEvent(call, match, claims, identity, requestId, ids.traceId(now), now);
    return integration.answer(match.route().functionArn(), event.json());
  }

  @Override
  public void close() {
    server.close();
    integration.close();
  }
}

package navigator.local.http;

import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import navigator.local.identity.LocalUserPool;
import navigator.local.identity.PoolUser;
import navigator.local.identity.SigningKey;
import navigator.local.topology.HttpApi;
import navigator.local.topology.HttpApi.Cors;
import navigator.local.topology.HttpApi.JwtAuthorizer;
import navigator.local.topology.HttpApi.Route;
import navigator.local.topology.HttpApi.Throttle;
import navigator.local.topology.UserPool;

/** A front with the API of the tests, its functions and its user pool. */
final class FrontFixture implements AutoCloseable {
  static final RSAKey KEY = SigningKey.generate();
  static final UserPool POOL =
      new UserPool(
          "us-west-2_local",
          "https://cognito-idp.us-west-2.amazonaws.com/us-west-2_local",
          "client-1",
          List.of("instructor", "staff", "admin"));
  static final JwtAuthorizer AUTHORIZER =
      new JwtAuthorizer(POOL.issuer(), List.of(POOL.clientId()));
  static final PoolUser ADA = new PoolUser("ada", "ada@example.org", List.of("admin", "staff"));
  private static final Cors CORS =
      new Cors(
          List.of("https://app.example.org", "http://localhost*"),
          List.of("GET", "POST"),
          List.of("Authorization", "Content-Type"),
          List.of("Location", "Retry-After"),
          Duration.ofHours(1));

  final VirtualClock clock = new VirtualClock();
  final ScriptedFunctions functions = new ScriptedFunctions();
  final LocalUserPool pool = new LocalUserPool(POOL, KEY, LocalUserPool.TOKEN_LIFE, clock);
  final HttpClient client = HttpClient.newHttpClient();
  final HttpApiFront front;

  FrontFixture() throws IOException {
    this(new Throttle(1_000, 1_000), FrontSettings.INTEGRATION_TIMEOUT);
  }

  FrontFixture(Throttle throttle, Duration integrationTimeout) throws IOException {
    front =
        HttpApiFront.start(
            api(throttle),
            pool,
            functions,
            new FrontSettings(0, "000000000000", integrationTimeout),
            clock);
  }

  static HttpApi api(Throttle throttle) {
    var guarded = Optional.of(AUTHORIZER);
    return new HttpApi(
        "api1",
        "learning-navigator",
        List.of(
            new Route("GET", "/chat/{request_id}", "arn:status:live", guarded),
            new Route("POST", "/chat", "arn:submit:live", guarded),
            new Route("GET", "/open/{id}", "arn:open:live", Optional.empty()),
            new Route("POST", "/open", "arn:open:live", Optional.empty()),
            new Route("GET", "/open/special", "arn:special:live", Optional.empty()),
            new Route("ANY", "/any", "arn:any:live", Optional.empty())),
        Optional.of(CORS),
        throttle);
  }

  HttpRequest.Builder request(String pathAndQuery) {
    return HttpRequest.newBuilder(URI.create(front.url() + pathAndQuery));
  }

  HttpResponse<String> get(String pathAndQuery) throws IOException, InterruptedException {
    return send(request(pathAndQuery));
  }

  HttpResponse<String> getWithToken(String authorization) throws IOException, InterruptedException {
    return send(request("/chat/r1").header("authorization", authorization));
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  @Override
  public void close() {
    functions.release();
    front.close();
    client.close();
  }
}

package navigator.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a browser needs to see before it lets a page call the API. */
class CorsContractTest {
  private static final String APP = "https://app.example.org";

  private FrontFixture api;

  @BeforeEach
  void start() throws Exception {
    api = new FrontFixture();
  }

  @AfterEach
  void stop() {
    api.close();
  }

  @Test
  void aPreflightIsAnsweredByTheApiItselfAndNeedsNoToken() throws Exception {
    var answer = preflight(APP);

    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(answer.body()).isEmpty();
    assertThat(corsHeaders(answer))
        .isEqualTo(
            Map.of(
                "access-control-allow-origin", APP,
                "access-control-allow-methods", "GET,POST",
                "access-control-allow-headers", "authorization,content-type",
                "access-control-expose-headers", "location,retry-after",
                "access-control-max-age", "3600"));
    assertThat(api.functions.arns).isEmpty();
  }

  @Test
  void aForeignOriginGetsNoCorsHeaders() throws Exception {
    assertThat(corsHeaders(preflight("https://evil.example"))).isEmpty();
    assertThat(corsHeaders(preflight(APP + ".evil.example"))).isEmpty();
  }

  @Test
  void anOriginMayBeAllowedByItsBeginning() throws Exception {
    assertThat(corsHeaders(preflight("http://localhost:3000")))
        .containsEntry("access-control-allow-origin", "http://localhost:3000");
  }

  @Test
  void theApisHeadersReplaceTheFunctions() throws Exception {
    api.functions.returns(
        """
        {"statusCode": 200, "headers": {"Access-Control-Allow-Origin": "*", "x-own": "kept"}}\
        """);

    var answer = api.send(api.request("/open/1").header("Origin", APP));

    assertThat(corsHeaders(answer))
        .isEqualTo(
            Map.of(
                "access-control-allow-origin",
                APP,
                "access-control-expose-headers",
                "location,retry-after"));
    assertThat(answer.headers().firstValue("x-own")).contains("kept");
  }

  @Test
  void theApisOwnErrorsCanBeReadByThePage() throws Exception {
    var answer = api.send(api.request("/chat/r1").header("Origin", APP));

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(corsHeaders(answer)).containsEntry("access-control-allow-origin", APP);
  }

  @Test
  void withoutAnOriginThereAreNoCorsHeaders() throws Exception {
    assertThat(corsHeaders(api.get("/open/1"))).isEmpty();
  }

  private HttpResponse<String> preflight(String origin) throws Exception {
    return api.send(
        api.request("/chat")
            .method("OPTIONS", BodyPublishers.noBody())
            .header("Origin", origin)
            .header("Access-Control-Request-Method", "POST"));
  }

  private static Map<String, String> corsHeaders(HttpResponse<?> answer) {
    var headers = new TreeMap<String, String>();
    answer
        .headers()
        .map()
        .forEach(
            (name, values) -> {
              if (name.startsWith("access-control-")) {
                headers.put(name, String.join(" | ", values));
              }
            });
    return headers;
  }
}

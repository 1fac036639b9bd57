package navigator.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The event as a function's own runtime reads it. */
class ProxyEventContractTest {
  private FrontFixture api;

  @BeforeEach
  void start() throws Exception {
    api = new FrontFixture();
  }

  @AfterEach
  void stop() {
    api.close();
  }

  private APIGatewayV2HTTPEvent event() {
    return LambdaEventSerializers.serializerFor(
            APIGatewayV2HTTPEvent.class, Thread.currentThread().getContextClassLoader())
        .fromJson(api.functions.lastEvent());
  }

  @Test
  void aPostCarriesEverythingThatTheClientSent() throws Exception {
    var token = api.pool.idToken(FrontFixture.ADA);
    api.send(
        api.request("/chat?tag=a&tag=b%20c&empty=")
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json; charset=utf-8")
            .header("X-Twice", "one")
            .header("X-Twice", "two")
            .header("Cookie", "session=1; theme=dark")
            .header("User-Agent", "test/1")
            .POST(BodyPublishers.ofString("{\"message\":\"Grüße\"}")));

    var event = event();
    assertThat(event.getVersion()).isEqualTo("2.0");
    assertThat(event.getRouteKey()).isEqualTo("POST /chat");
    assertThat(event.getRawPath()).isEqualTo("/chat");
    assertThat(event.getRawQueryString()).isEqualTo("tag=a&tag=b%20c&empty=");
    assertThat(event.getQueryStringParameters()).isEqualTo(Map.of("tag", "a,b c", "empty", ""));
    assertThat(event.getCookies()).containsExactly("session=1", "theme=dark");
    assertThat(event.getHeaders())
        .containsEntry("authorization", "Bearer " + token)
        .containsEntry("content-type", "application/json; charset=utf-8")
        .containsEntry("x-twice", "one,two")
        .containsEntry("content-length", "21")
        .containsEntry("x-forwarded-for", "127.0.0.1")
        .containsEntry("x-forwarded-proto", "http")
        .doesNotContainKey("cookie")
        .containsEntry("host", api.front.url().getAuthority());
    assertThat(event.getHeaders().get("x-amzn-trace-id"))
        .matches("Root=1-%08x-[0-9a-f]{24}".formatted(api.clock.instant().getEpochSecond()));
    assertThat(event.getBody()).isEqualTo("{\"message\":\"Grüße\"}");
    assertThat(event.getIsBase64Encoded()).isFalse();
    assertThat(event.getPathParameters()).isNull();
  }

  @Test
  void theContextNamesTheApiTheRequestAndItsTime() throws Exception {
    var answer = api.send(api.request("/open/1").header("User-Agent", "test/1"));

    var context = event().getRequestContext();
    assertThat(context.getAccountId()).isEqualTo("000000000000");
    assertThat(context.getApiId()).isEqualTo("api1");
    assertThat(context.getDomainName()).isEqualTo(api.front.url().getAuthority());
    assertThat(context.getDomainPrefix()).isEqualTo("api1");
    assertThat(context.getRouteKey()).isEqualTo("GET /open/{id}");
    assertThat(context.getStage()).isEqualTo("$default");
    assertThat(context.getTime()).isEqualTo("12/Mar/2026:19:03:58 +0000");
    assertThat(context.getTimeEpoch()).isEqualTo(api.clock.instant().toEpochMilli());
    assertThat(context.getRequestId())
        .isEqualTo(answer.headers().firstValue("apigw-requestid").orElseThrow());
    assertThat(context.getHttp().getMethod()).isEqualTo("GET");
    assertThat(context.getHttp().getPath()).isEqualTo("/open/1");
    assertThat(context.getHttp().getProtocol()).isEqualTo("HTTP/1.1");
    assertThat(context.getHttp().getSourceIp()).isEqualTo("127.0.0.1");
    assertThat(context.getHttp().getUserAgent()).isEqualTo("test/1");
    assertThat(context.getAuthorizer()).isNull();
  }

  @Test
  void claimsAreStringsAndGroupsAreInBrackets() throws Exception {
    api.getWithToken(api.pool.idToken(FrontFixture.ADA));

    var jwt = event().getRequestContext().getAuthorizer().getJwt();
    var expiry = api.clock.instant().plusSeconds(3600).getEpochSecond();
    assertThat(jwt.getScopes()).isNull();
    assertThat(jwt.getClaims())
        .containsEntry("cognito:groups", "[admin staff]")
        .containsEntry("sub", FrontFixture.ADA.subject().toString())
        .containsEntry("email", "ada@example.org")
        .containsEntry("email_verified", "true")
        .containsEntry("exp", Long.toString(expiry))
        .containsEntry("aud", "client-1")
        .containsEntry("token_use", "id")
        .containsEntry("cognito:username", "ada");
  }

  @Test
  void thePathAndItsParametersAreDecoded() throws Exception {
    api.get("/open/a%20b+c%C3%BC");

    assertThat(event().getRawPath()).isEqualTo("/open/a b+cü");
    assertThat(event().getPathParameters()).isEqualTo(Map.of("id", "a b+cü"));
  }

  @Test
  void whatIsNotTextIsInBase64() throws Exception {
    var bytes = new byte[] {0, (byte) 0xFF, 10};
    api.send(
        api.request("/open")
            .header("content-type", "application/octet-stream")
            .POST(BodyPublishers.ofByteArray(bytes)));

    assertThat(event().getIsBase64Encoded()).isTrue();
    assertThat(Base64.getDecoder().decode(event().getBody())).isEqualTo(bytes);
  }

  @Test
  void whatIsAbsentHasNoField() throws Exception {
    api.get("/any");

    var json = new JsonMapper().readTree(api.functions.lastEvent());
    assertThat(List.of("body", "cookies", "queryStringParameters", "pathParameters"))
        .noneMatch(json::has);
    assertThat(json.path("isBase64Encoded").asBoolean(true)).isFalse();
    assertThat(json.path("rawQueryString").asText("?")).isEmpty();
    assertThat(json.path("routeKey").asText()).isEqualTo("ANY /any");
  }
}

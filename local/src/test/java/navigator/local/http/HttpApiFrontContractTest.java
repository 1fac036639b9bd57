package navigator.local.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import navigator.local.InvokeResult;
import navigator.local.loopback.PortTakenException;
import navigator.local.topology.HttpApi.Throttle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The front's own answers, seen by an HTTP client. */
class HttpApiFrontContractTest {
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
  void aFunctionsAnswerReachesTheClient() throws Exception {
    api.functions.returns(
        """
        {"statusCode": 202, "headers": {"Location": "/chat/1", "x-count": 3},
         "cookies": ["a=1; Path=/", "b=2"], "body": "{\\"ok\\":true}"}\
        """);

    var answer = api.get("/open/1");

    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(answer.body()).isEqualTo("{\"ok\":true}");
    assertThat(answer.headers().firstValue("location")).contains("/chat/1");
    assertThat(answer.headers().firstValue("x-count")).contains("3");
    assertThat(answer.headers().allValues("set-cookie")).containsExactly("a=1; Path=/", "b=2");
    assertThat(answer.headers().firstValue("apigw-requestid").orElseThrow()).hasSize(16);
  }

  @Test
  void anUnknownPathAndAnUnknownMethodAreNotFound() throws Exception {
    assertThat(api.get("/nowhere").statusCode()).isEqualTo(404);
    assertThat(api.send(api.request("/chat").DELETE()).statusCode()).isEqualTo(404);
    assertThat(api.get("/nowhere").body()).isEqualTo("{\"message\":\"Not Found\"}");
  }

  @Test
  void aLiteralPathBeatsAParameter() throws Exception {
    api.get("/open/special");
    api.get("/open/other");

    assertThat(api.functions.arns).containsExactly("arn:special:live", "arn:open:live");
  }

  @Test
  void aFailedAndAMalformedAnswerAreInternalServerErrors() throws Exception {
    api.functions.next(new InvokeResult.Failed("java.lang.IllegalStateException", "secret"));
    api.functions.returns("{\"statusCode\":\"many\"}");

    for (var i = 0; i < 2; i++) {
      var answer = api.get("/open/1");
      assertThat(answer.statusCode()).isEqualTo(500);
      assertThat(answer.body()).isEqualTo("{\"message\":\"Internal Server Error\"}");
    }
  }

  @Test
  void aThrottledFunctionMeansTooManyRequests() throws Exception {
    api.functions.next(new InvokeResult.Throttled());

    var answer = api.get("/open/1");

    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.body()).isEqualTo("{\"message\":\"Too Many Requests\"}");
  }

  @Test
  void theStageAdmitsItsBurstAndThenItsRate() throws Exception {
    try (var slow = new FrontFixture(new Throttle(1, 2), FrontSettings.INTEGRATION_TIMEOUT)) {
      assertThat(slow.get("/open/1").statusCode()).isEqualTo(200);
      assertThat(slow.get("/open/1").statusCode()).isEqualTo(200);
      assertThat(slow.get("/open/1").statusCode()).isEqualTo(429);

      slow.clock.advance(Duration.ofSeconds(1));

      assertThat(slow.get("/open/1").statusCode()).isEqualTo(200);
      assertThat(slow.get("/open/1").statusCode()).isEqualTo(429);
    }
  }

  @Test
  void aFunctionThatTakesTooLongIsUnavailable() throws Exception {
    try (var hasty = new FrontFixture(new Throttle(10, 10), Duration.ofMillis(20))) {
      hasty.functions.hang();

      var answer = hasty.get("/open/1");

      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.body()).isEqualTo("{\"message\":\"Service Unavailable\"}");
    }
  }

  @Test
  void aBodyOverTenMegabytesIsTooLong() throws Exception {
    var tooLarge = BodyPublishers.ofByteArray(new byte[10 * 1024 * 1024 + 1]);

    var answer = api.send(api.request("/open").POST(tooLarge));

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).isEqualTo("{\"message\":\"Request Too Long\"}");
    assertThat(api.functions.events).isEmpty();
  }

  @Test
  void aBrokenPercentSignIsABadRequest() throws Exception {
    var answer = RawHttp.get(api.front.url(), "/open/1?q=%zz");

    assertThat(answer).startsWith("HTTP/1.1 400 ").endsWith("{\"message\":\"Bad Request\"}");
  }

  @Test
  void aTakenPortIsNamed() {
    var taken = api.front.url().getPort();
    var settings = new FrontSettings(taken, "000000000000", Duration.ofSeconds(1));

    assertThatThrownBy(
            () ->
                HttpApiFront.start(
                    FrontFixture.api(new Throttle(1, 1)),
                    api.pool,
                    api.functions,
                    settings,
                    api.clock))
        .isInstanceOf(PortTakenException.class)
        .hasMessageContaining(Integer.toString(taken));
  }
}

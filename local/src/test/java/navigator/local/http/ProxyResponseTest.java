package navigator.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import navigator.local.loopback.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyResponseTest {

  private static Reply read(String payload) {
    return ProxyResponse.read(payload).orElseThrow();
  }

  @Test
  void jsonWithoutAStatusCodeIsTheBody() {
    var reply = read("{\"message\": \"hi\"}");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body().text()).isEqualTo("{\"message\":\"hi\"}");
    assertThat(reply.headers().get("content-type")).isEqualTo("application/json");
  }

  @Test
  void aStringIsTheBodyWithoutItsQuotes() {
    assertThat(read("\"hi\"").body().text()).isEqualTo("hi");
  }

  @Test
  void aBodyInBase64IsDecoded() {
    var reply = read("{\"statusCode\":200,\"body\":\"AP8=\",\"isBase64Encoded\":true}");

    assertThat(reply.body().bytes()).containsExactly(0, 0xFF);
  }

  @Test
  void whatIsNotSaidHasADefault() {
    var reply = read("{\"statusCode\":204,\"headers\":null,\"body\":null,\"cookies\":null}");

    assertThat(reply.status()).isEqualTo(204);
    assertThat(reply.body().size()).isZero();
    assertThat(reply.headers().get("content-type")).isEqualTo("text/plain;charset=UTF-8");
  }

  @Test
  void headersOfTheConnectionAndMultiValueHeadersAreIgnored() {
    var reply =
        read(
            """
            {"statusCode": 200, "headers": {"Content-Length": "99", "X-A": true},
             "multiValueHeaders": {"x-b": ["1"]}}\
            """);

    assertThat(reply.headers().contains("content-length")).isFalse();
    assertThat(reply.headers().contains("x-b")).isFalse();
    assertThat(reply.headers().get("x-a")).isEqualTo("true");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "{\"statusCode\":\"ok\"}",
        "{\"statusCode\":99}",
        "{\"statusCode\":600}",
        "{\"statusCode\":200,\"headers\":[]}",
        "{\"statusCode\":200,\"headers\":{\"a\":{}}}",
        "{\"statusCode\":200,\"cookies\":\"a=1\"}",
        "{\"statusCode\":200,\"body\":{\"a\":1}}",
        "{\"statusCode\":200,\"body\":\"?\",\"isBase64Encoded\":true}"
      })
  void whatBreaksTheFormatIsMalformed(String payload) {
    assertThat(ProxyResponse.read(payload)).isEmpty();
  }
}

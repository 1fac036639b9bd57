package navigator.local.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import navigator.contracts.testing.CapturedLog;
import navigator.contracts.testing.HostileText;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;

/** Bytes that are no HTTP request, or hardly one, sent to the front of the API. */
class RawHttpFuzzContractTest {

  private static final FrontFixture API = start();

  private static FrontFixture start() {
    try {
      return new FrontFixture();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @AfterContainer
  static void stop() {
    API.close();
  }

  @Property(tries = 500)
  void noBytesAreOurFault(@ForAll("requests") byte[] request) throws IOException {
    try (CapturedLog log = CapturedLog.silently()) {
      String answer = RawHttp.send(API.front.url(), request);

      // Not implemented and no such version are the client's fault, whatever their number says.
      assertThat(answer).matches("(?s)|HTTP/1.1 ([234]\\d\\d|501|505) .*");
      assertThat(answer).doesNotContain("Exception", "\tat ", "jetty", "<html");
      assertThat(log.text()).doesNotContain(HostileText.SECRET, "\tat ");
    }
    assertThat(RawHttp.get(API.front.url(), "/open/1")).startsWith("HTTP/1.1 200 ");
  }

  @Provide
  Arbitrary<byte[]> requests() {
    Arbitrary<String> parts =
        Arbitraries.oneOf(
            HostileText.any(), Arbitraries.of("x", "Content-Length", "65536", "chunked"));
    return Arbitraries.oneOf(
            HostileText.any(),
            HostileText.damaged(request("POST /open?a=b HTTP/1.1", "Content-Type: text/plain")),
            parts.map(target -> request("GET /open/" + target + " HTTP/1.1", "A: b")),
            parts.map(method -> request(method + " /open HTTP/1.1", "A: b")),
            parts.map(version -> request("POST /open HTTP/" + version, "A: b")),
            Combinators.combine(parts, parts)
                .as((name, value) -> request("POST /open HTTP/1.1", name + ": " + value)),
            Arbitraries.of(
                    "Transfer-Encoding: chunked", "Content-Length: 5", "Expect: 100-continue")
                .map(header -> request("POST /open HTTP/1.1", header)),
            parts.map(cookie -> request("POST /open HTTP/1.1", "Cookie: " + cookie)),
            parts.map(token -> request("POST /chat HTTP/1.1", "Authorization: " + token)),
            Arbitraries.integers()
                .between(1, 60_000)
                .map(length -> request("GET /" + "a".repeat(length) + " HTTP/1.1", "A: b")))
        .flatMap(text -> Arbitraries.of(text.getBytes(UTF_8), text.getBytes(ISO_8859_1)));
  }

  private static String request(String line, String header) {
    return line + "\r\nHost: test\r\nConnection: close\r\n" + header + "\r\n\r\n{}";
  }
}

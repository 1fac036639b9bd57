package navigator.local.loopback;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LoopbackServerContractTest {
  private static final LoopbackServer.Limits LIMITS =
      new LoopbackServer.Limits(10, Reply.json(413, "{}"));

  private final HttpClient client = HttpClient.newHttpClient();

  private static LoopbackServer start(Exchange exchange) throws IOException {
    return LoopbackServer.start("test", 0, LIMITS, exchange);
  }

  private static HttpRequest get(URI url) {
    return HttpRequest.newBuilder(url).build();
  }

  @Test
  void aCallCarriesThePathAsItWasSent() throws Exception {
    try (var server = start(call -> Reply.json(200, call.rawPath() + "?" + call.rawQuery()))) {
      var answer =
          client.send(
              get(URI.create(server.url() + "/a%2Fb%3Ac//d?x=%20")),
              HttpResponse.BodyHandlers.ofString());

      assertThat(answer.body()).isEqualTo("/a%2Fb%3Ac//d?x=%20");
    }
  }

  @Test
  void aBodyBeyondTheLimitIsNotHandedOn() throws Exception {
    try (var server = start(call -> Reply.json(200, "{}"))) {
      var ten =
          HttpRequest.newBuilder(server.url())
              .POST(HttpRequest.BodyPublishers.ofString("0123456789"));
      var eleven =
          HttpRequest.newBuilder(server.url())
              .POST(HttpRequest.BodyPublishers.ofString("0123456789a"));

      assertThat(client.send(ten.build(), HttpResponse.BodyHandlers.discarding()).statusCode())
          .isEqualTo(200);
      assertThat(client.send(eleven.build(), HttpResponse.BodyHandlers.discarding()).statusCode())
          .isEqualTo(413);
    }
  }

  @Test
  void anExchangeThatThrowsIsAnInternalErrorInJson() throws Exception {
    try (var server =
        start(
            call -> {
              throw new IllegalStateException("a bug that this test provokes");
            })) {
      var answer = client.send(get(server.url()), HttpResponse.BodyHandlers.ofString());

      assertThat(answer.statusCode()).isEqualTo(500);
      assertThat(answer.body()).isEqualTo("{\"message\":\"Server Error\"}");
    }
  }

  @Test
  void aTakenPortIsNamed() throws Exception {
    try (var server = start(call -> Reply.json(200, "{}"))) {
      assertThatThrownBy(
              () ->
                  LoopbackServer.start(
                      "second", server.port(), LIMITS, call -> Reply.json(200, "{}")))
          .isInstanceOfSatisfying(
              PortTakenException.class, e -> assertThat(e.port()).isEqualTo(server.port()))
          .hasMessage("Port %d on 127.0.0.1 is taken by another program".formatted(server.port()));
    }
  }

  @Test
  void closingEndsKeptConnectionsAndWaitsForARunningCall() throws Exception {
    var entered = new CountDownLatch(1);
    var released = new CountDownLatch(1);
    var server =
        start(
            call -> {
              if (call.rawPath().equals("/kept")) {
                return Reply.json(200, "{}");
              }
              entered.countDown();
              released.await();
              return Reply.json(200, "{\"done\":true}");
            });
    var answer = client.sendAsync(get(server.url()), HttpResponse.BodyHandlers.ofString());
    entered.await();
    var kept = answered(server.port(), "/kept");

    var closing = CompletableFuture.runAsync(server::close);
    assertThat(kept.getInputStream().readAllBytes()).asString().endsWith("{}");
    kept.close();
    released.countDown();

    assertThat(answer.get(10, TimeUnit.SECONDS).body()).isEqualTo("{\"done\":true}");
    closing.get(10, TimeUnit.SECONDS);
  }

  /** A connection on which the first byte of an answer has come, so it has been accepted. */
  private static Socket answered(int port, String path) throws IOException {
    var socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket
        .getOutputStream()
        .write("GET %s HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".formatted(path).getBytes(US_ASCII));
    assertThat(socket.getInputStream().read()).isEqualTo('H');
    return socket;
  }

  @Test
  void closingInterruptsACallThatNeverEnds() throws Exception {
    var entered = new CountDownLatch(1);
    var interrupted = new CountDownLatch(1);
    var server =
        start(
            call -> {
              entered.countDown();
              try {
                new CountDownLatch(1).await();
              } finally {
                interrupted.countDown();
              }
              return Reply.json(200, "{}");
            });
    var answer = client.sendAsync(get(server.url()), HttpResponse.BodyHandlers.discarding());
    entered.await();

    server.close();

    assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
    answer.cancel(true);
  }
}

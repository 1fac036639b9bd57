package navigator.local.http;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Requests that a well-behaved client refuses to send. */
final class RawHttp {
  private RawHttp() {}

  /** The whole response to a GET of a target that is sent as it stands. */
  static String get(URI server, String target) throws IOException {
    try (var socket = new Socket(server.getHost(), server.getPort())) {
      var request = "GET " + target + " HTTP/1.1\r\nHost: test\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}

package navigator.local.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Requests that a well-behaved client refuses to send. */
final class RawHttp {
  private static final int PATIENCE = 20_000;

  private RawHttp() {}

  /** The whole response to a GET of a target that is sent as it stands. */
  static String get(URI server, String target) throws IOException {
    var request = "GET " + target + " HTTP/1.1\r\nHost: test\r\nConnection: close\r\n\r\n";
    return send(server, request.getBytes(StandardCharsets.US_ASCII));
  }

  /** What the server says to these bytes until it hangs up. */
  static String send(URI server, byte[] request) throws IOException {
    try (var socket = new Socket(server.getHost(), server.getPort())) {
      socket.setSoTimeout(PATIENCE);
      var answer = new ByteArrayOutputStream();
      try {
        socket.getOutputStream().write(request);
        socket.shutdownOutput();
        socket.getInputStream().transferTo(answer);
      } catch (SocketException hungUp) {
        // It need not read to the end what it refuses.
      }
      return answer.toString(StandardCharsets.UTF_8);
    }
  }
}

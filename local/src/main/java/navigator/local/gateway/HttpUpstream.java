package navigator.local.gateway;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executors;
import navigator.local.iam.Principal;
import navigator.local.loopback.Body;
import navigator.local.loopback.Call;
import navigator.local.loopback.Reply;
import org.eclipse.jetty.http.HttpFields;

/**
 * A service that listens on a port of its own: calls and answers pass unchanged but for the headers
 * that belong to one connection. Connections are kept alive.
 */
public final class HttpUpstream implements Upstream, AutoCloseable {

  private static final Set<String> HOP_BY_HOP =
      Set.of(
          "connection",
          "content-length",
          "date",
          "expect",
          "host",
          "http2-settings",
          "keep-alive",
          "server",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  private final URI root;
  private final HttpClient client;

  /**
   * A service behind a URL.
   *
   * @param root without a slash at the end
   */
  public HttpUpstream(URI root) {
    this.root = root;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
  }

  @Override
  public Reply send(Call call, String operation, Principal caller)
      throws IOException, InterruptedException {
    return reply(client.send(request(call), BodyHandlers.ofByteArray()));
  }

  private HttpRequest request(Call call) {
    var query = call.rawQuery().isEmpty() ? "" : "?" + call.rawQuery();
    var request =
        HttpRequest.newBuilder(URI.create(root + call.rawPath() + query))
            .method(call.method(), BodyPublishers.ofByteArray(call.body().bytes()));
    call.headers().stream()
        .filter(field -> endToEnd(field.getName()))
        .forEach(field -> request.header(field.getName(), String.valueOf(field.getValue())));
    return request.build();
  }

  private static Reply reply(HttpResponse<byte[]> response) {
    var headers = HttpFields.build();
    response.headers().map().entrySet().stream()
        .filter(header -> endToEnd(header.getKey()))
        .forEach(header -> header.getValue().forEach(value -> headers.add(header.getKey(), value)));
    return new Reply(response.statusCode(), headers, Body.of(response.body()));
  }

  private static boolean endToEnd(String header) {
    return !HOP_BY_HOP.contains(header.toLowerCase(Locale.ROOT));
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}

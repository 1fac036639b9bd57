package navigator.contracts.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server that answers as it was told, for what no emulator does on demand: conflicts, throttles,
 * faults. Once its script is at its end, it repeats the last answer. Safe for use by many threads.
 */
public final class ScriptedHttp implements AutoCloseable {

  /**
   * An answer of an AWS JSON service.
   *
   * @param status the HTTP status
   * @param body its JSON
   */
  public record Answer(int status, String body) {

    /** A transaction that was cancelled for these reasons, one a write. */
    public static Answer cancelled(String... codes) {
      String reasons =
          "{\"Code\":\"" + String.join("\",\"Message\":\"no\"},{\"Code\":\"", codes) + "\"}";
      return new Answer(
          400,
          """
          {"__type":"com.amazonaws.dynamodb.v20120810#TransactionCanceledException",
           "Message":"Transaction cancelled","CancellationReasons":[%s]}
          """
              .formatted(reasons));
    }

    /** An error of that type. */
    public static Answer error(int status, String type) {
      return new Answer(
          status,
          "{\"__type\":\"com.amazonaws.dynamodb.v20120810#" + type + "\",\"message\":\"no\"}");
    }

    /** Success without a word. */
    public static Answer ok() {
      return new Answer(200, "{}");
    }
  }

  private final HttpServer server;
  private final Queue<Answer> script = new ConcurrentLinkedQueue<>();
  private final AtomicInteger calls = new AtomicInteger();

  private ScriptedHttp(HttpServer server) {
    this.server = server;
  }

  /** Starts a server with that script. */
  public static ScriptedHttp start(Answer... script) {
    try {
      var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      ScriptedHttp scripted = new ScriptedHttp(HttpServer.create(address, 0));
      scripted.script.addAll(List.of(script));
      scripted.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      scripted.server.createContext("/", scripted::answer);
      scripted.server.start();
      return scripted;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where it listens. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** How often it was called. */
  public int calls() {
    return calls.get();
  }

  private void answer(HttpExchange exchange) throws IOException {
    calls.incrementAndGet();
    Answer answer = script.size() > 1 ? script.remove() : script.element();
    exchange.getRequestBody().readAllBytes();
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
    exchange.sendResponseHeaders(answer.status(), body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}

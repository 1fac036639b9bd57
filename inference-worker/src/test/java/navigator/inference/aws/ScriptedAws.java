package navigator.inference.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/**
 * An AWS service on this machine that answers as it was told, and remembers what it was asked. Once
 * its script is at its end, it repeats the last answer. Safe for use by many threads.
 */
public final class ScriptedAws implements AutoCloseable {

  /** One answer: a status, headers and a JSON body. */
  public record Answer(int status, Map<String, String> headers, String body) {

    /** A success. */
    public static Answer ok(String body) {
      return new Answer(200, Map.of(), body);
    }

    /** An error as Bedrock tells one. */
    public static Answer error(int status, String type, String message) {
      return new Answer(
          status, Map.of("x-amzn-ErrorType", type), "{\"message\":\"" + message + "\"}");
    }
  }

  /** One call: its raw path and its body. */
  public record Call(String path, String body) {}

  private final HttpServer server;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Queue<Answer> script = new ConcurrentLinkedQueue<>();
  private final List<Call> calls = new CopyOnWriteArrayList<>();

  private ScriptedAws(HttpServer server, List<Answer> script) {
    this.server = server;
    this.script.addAll(script);
  }

  /** Starts one with that script; without any it never answers. */
  public static ScriptedAws start(Answer... script) {
    try {
      var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      ScriptedAws service = new ScriptedAws(HttpServer.create(address, 0), List.of(script));
      service.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      service.server.createContext("/", service::answer);
      service.server.start();
      return service;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where it listens. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** What it was asked, in order. */
  public List<Call> calls() {
    return List.copyOf(calls);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    calls.add(new Call(exchange.getRequestURI().getRawPath(), asked));
    Answer answer = script.size() > 1 ? script.poll() : script.peek();
    if (answer == null) {
      stayedSilent();
      return;
    }
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    exchange.sendResponseHeaders(answer.status(), body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private void stayedSilent() throws IOException {
    try {
      closed.await();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
  }
}

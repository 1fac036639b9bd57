package navigator.local.loopback;

import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An HTTP server on 127.0.0.1 that answers each request on a virtual thread of its own. Closing it
 * refuses new requests and waits for the running ones, for two seconds at most; then they are
 * interrupted.
 */
public final class LoopbackServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LoopbackServer.class);

  /** Longer than any client keeps a connection, so that none sends into one that is closing. */
  private static final Duration IDLE = Duration.ofMinutes(5);

  /** A kept connection without a call does not hold up the close. */
  private static final Duration IDLE_AT_CLOSE = Duration.ofMillis(20);

  private static final Duration GRACE = Duration.ofSeconds(2);
  private static final int MOST_PLATFORM_THREADS = 16;

  private final ExecutorService calls;
  private final Server server;
  private final ServerConnector connector;

  private LoopbackServer(String name, int port, Limits limits, Exchange exchange) {
    var threads = new QueuedThreadPool(MOST_PLATFORM_THREADS, 1);
    threads.setName(name);
    threads.setDaemon(true);
    calls =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name(name + "-call-", 0).factory());
    threads.setVirtualThreadsExecutor(calls);
    server = new Server(threads);
    connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(configuration()));
    connector.setHost("127.0.0.1");
    connector.setPort(port);
    connector.setIdleTimeout(IDLE.toMillis());
    connector.setShutdownIdleTimeout(IDLE_AT_CLOSE.toMillis());
    server.addConnector(connector);
    server.setHandler(new GracefulHandler(new ExchangeHandler(exchange, limits)));
    server.setErrorHandler(new MessageErrors());
    server.setStopTimeout(GRACE.toMillis());
  }

  /**
   * What a server accepts.
   *
   * @param bodyBytes the most that a request's body may have
   * @param tooLarge the answer to a request whose body has more
   */
  public record Limits(int bodyBytes, Reply tooLarge) {}

  /**
   * Starts a server.
   *
   * @param name what its threads are called
   * @param port 0 for any that is free
   * @throws PortTakenException if another program listens there
   * @throws IOException if the port cannot be had for another reason
   */
  public static LoopbackServer start(String name, int port, Limits limits, Exchange exchange)
      throws IOException {
    var started = new LoopbackServer(name, port, limits, exchange);
    try {
      started.connector.open();
      started.server.start();
      return started;
    } catch (Exception e) {
      started.close();
      throw cause(port, e);
    }
  }

  private static IOException cause(int port, Exception e) {
    if (e.getCause() instanceof BindException bind
        && String.valueOf(bind.getMessage()).contains("in use")) {
      return new PortTakenException(port, bind);
    }
    return e instanceof IOException io ? io : new IOException("The server did not start", e);
  }

  private static HttpConfiguration configuration() {
    var configuration = new HttpConfiguration();
    configuration.setSendServerVersion(false);
    // Model ids and path parameters hold encoded slashes and colons; they are split while encoded.
    configuration.setUriCompliance(UriCompliance.from(UriCompliance.AMBIGUOUS_VIOLATIONS));
    return configuration;
  }

  /** The port that it listens on. */
  public int port() {
    return connector.getLocalPort();
  }

  /** The URL of its root, without a slash at the end. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + port());
  }

  @Override
  public void close() {
    // For a connection that is accepted while the server shuts down: it would be waited for.
    connector.setIdleTimeout(IDLE_AT_CLOSE.toMillis());
    try {
      server.stop();
    } catch (TimeoutException stillRunning) {
      LOG.debug("Calls on {} are interrupted", connector);
    } catch (Exception e) {
      throw new IllegalStateException("The server " + connector + " did not stop", e);
    } finally {
      calls.shutdownNow();
    }
  }
}

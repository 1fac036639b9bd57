package navigator.local.backend;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.jspecify.annotations.Nullable;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/**
 * AWS's DynamoDB Local in this process, on 127.0.0.1 and a free port. Started by its parts rather
 * than by its own launcher, which listens on every interface and reports its use.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DynamoDBLocal.html">DynamoDB
 *     local</a>
 */
final class DynamoDbLocal implements AutoCloseable {

  /** Longer than any client keeps a connection, so that none sends into one that is closing. */
  private static final Duration IDLE = Duration.ofMinutes(5);

  private final DatabaseThreads threads;
  private final LocalDynamoDBRequestHandler database;
  private final Server server;
  private final ServerConnector connector;

  private DynamoDbLocal(DatabaseThreads threads, LocalDynamoDBRequestHandler database) {
    this.threads = threads;
    this.database = database;
    this.server = new Server();
    this.connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    connector.setIdleTimeout(IDLE.toMillis());
    server.addConnector(connector);
    server.setHandler(new ContextHandler(new LocalDynamoDBServerHandler(database, null), "/"));
  }

  /**
   * Starts it.
   *
   * @param directory where items are kept; empty: in memory
   */
  static DynamoDbLocal start(Optional<Path> directory) throws IOException {
    if (directory.isPresent()) {
      Files.createDirectories(directory.get());
    }
    var threads = new DatabaseThreads();
    var started = new DynamoDbLocal(threads, threads.start(() -> database(directory)));
    try {
      started.server.start();
      return started;
    } catch (Exception e) {
      started.close();
      throw new IOException("DynamoDB Local did not start", e);
    }
  }

  private static LocalDynamoDBRequestHandler database(Optional<Path> directory) {
    @Nullable String path = directory.map(Path::toString).orElse(null);
    // One database for all access keys and Regions; a table is active at once.
    return new LocalDynamoDBRequestHandler(0, directory.isEmpty(), path, true, false);
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + connector.getLocalPort());
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("DynamoDB Local did not stop", e);
    } finally {
      database.shutdown();
      threads.interrupt();
    }
  }
}

package navigator.contracts.testing;

import java.net.URI;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/** AWS's DynamoDB Local in memory, on 127.0.0.1 and a free port, for as long as the tests run. */
final class DynamoDbLocal {

  private static final URI URL = start();

  private DynamoDbLocal() {}

  /** Where it listens. */
  static URI url() {
    return URL;
  }

  private static URI start() {
    Server server = new Server();
    ServerConnector connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    var database = new LocalDynamoDBRequestHandler(0, true, null, true, false);
    server.setHandler(new ContextHandler(new LocalDynamoDBServerHandler(database, null), "/"));
    try {
      server.start();
    } catch (Exception e) {
      throw new IllegalStateException("DynamoDB Local did not start", e);
    }
    return URI.create("http://127.0.0.1:" + connector.getLocalPort());
  }
}

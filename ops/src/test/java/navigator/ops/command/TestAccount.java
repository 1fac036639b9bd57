package navigator.ops.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import navigator.contracts.environment.StackOutput;
import navigator.contracts.testing.TestTable;
import navigator.ops.StackQueue;
import navigator.ops.aws.TestRequestQueue;

/**
 * An AWS account as the commands see it: a stack with its outputs, who calls, the table in DynamoDB
 * Local, and the queue of requests in ElasticMQ. Nobody answers for its other queues.
 */
final class TestAccount implements AutoCloseable {

  static final String CALLER = "arn:aws:iam::000000000000:user/ada";
  static final String STACK = "TestNavigator";

  private static final List<String> PASSED_ON =
      List.of("X-Amz-Target", "Content-Type", "Authorization", "X-Amz-Date");

  private final HttpServer server;
  private final HttpClient client = HttpClient.newHttpClient();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final TestTable table;
  private final URI queues;
  private final TestRequestQueue requests;
  private final Runnable workers;

  /**
   * An account with a queue of its own.
   *
   * @param workers what they do whenever something was put into the queue
   */
  TestAccount(
      TestTable table, TestRequestQueue.Server queues, TestRequestQueue requests, Runnable workers)
      throws IOException {
    this.table = table;
    this.queues = queues.endpoint();
    this.requests = requests;
    this.workers = workers;
    TestTable.servePlatform();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  /** What a stack that is up in a project's directory would say about itself. */
  String upFile() {
    return """
    {"pid":%d,"stack":"%s","gateway":"http://127.0.0.1:%d","region":"us-west-2",
     "operator":{"access_key_id":"test","secret_access_key":"test","session_token":"test"}}
    """
        .formatted(ProcessHandle.current().pid(), STACK, server.getAddress().getPort());
  }

  private void answer(HttpExchange call) throws IOException {
    try (call) {
      byte[] body = call.getRequestBody().readAllBytes();
      if (call.getRequestHeaders().containsKey("X-Amz-Target")) {
        passOn(call, body);
      } else {
        send(call, 200, xml(new String(body, UTF_8)).getBytes(UTF_8));
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void passOn(HttpExchange call, byte[] body) throws IOException, InterruptedException {
    boolean ofQueues = target(call).startsWith("AmazonSQS.");
    var request =
        HttpRequest.newBuilder(
                ofQueues ? queues : URI.create(System.getProperty("aws.endpointUrlDynamoDb", "")))
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    PASSED_ON.forEach(
        name ->
            call.getRequestHeaders()
                .getOrDefault(name, List.of())
                .forEach(value -> request.header(name, value)));
    var response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    if (target(call).startsWith("AmazonSQS.SendMessage")) {
      workers.run();
    }
    send(call, response.statusCode(), response.body());
  }

  private static String target(HttpExchange call) {
    return call.getRequestHeaders().getFirst("X-Amz-Target");
  }

  private static void send(HttpExchange call, int status, byte[] body) throws IOException {
    call.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    call.getResponseBody().write(body);
  }

  private String xml(String action) {
    if (action.contains("Action=GetCallerIdentity")) {
      return """
      <GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
      <GetCallerIdentityResult><Arn>%s</Arn></GetCallerIdentityResult>
      </GetCallerIdentityResponse>\
      """
          .formatted(CALLER);
    }
    Stream<String> queues =
        Stream.of(StackQueue.values()).map(queue -> output(queue.output(), url(queue)));
    Stream<String> others =
        Stream.of(
            output(StackOutput.TABLE_NAME, table.name()),
            output(StackOutput.EVENT_BUS_NAME, "bus"));
    return """
    <DescribeStacksResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/">
    <DescribeStacksResult><Stacks><member><StackName>%s</StackName><Outputs>%s</Outputs></member>
    </Stacks></DescribeStacksResult></DescribeStacksResponse>\
    """
        .formatted(STACK, Stream.concat(queues, others).collect(Collectors.joining()));
  }

  private String url(StackQueue queue) {
    return queue == StackQueue.REQUESTS ? requests.url() : "http://127.0.0.1:1/q";
  }

  private static String output(String key, String value) {
    return "<member><OutputKey>%s</OutputKey><OutputValue>%s</OutputValue></member>"
        .formatted(key, value);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
    client.close();
  }
}

package navigator.local.gateway;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import navigator.local.topology.AsyncInvokes;
import navigator.local.topology.DynamoTable;
import navigator.local.topology.EventBus;
import navigator.local.topology.EventRule;
import navigator.local.topology.ExecutionRole;
import navigator.local.topology.HttpApi;
import navigator.local.topology.LambdaFunction;
import navigator.local.topology.ManagedPolicy;
import navigator.local.topology.PolicyStatement;
import navigator.local.topology.SqsQueue;
import navigator.local.topology.SqsQueue.RedrivePolicy;
import navigator.local.topology.Topology;
import navigator.local.topology.UserPool;

/** A small stack with one function, whose role is allowed what a test says. */
public final class SampleStack {

  public static final String TABLE = "arn:aws:dynamodb:us-west-2:000000000000:table/chats";
  public static final String QUEUE = "arn:aws:sqs:us-west-2:000000000000:work.fifo";
  public static final String FAILED = "arn:aws:sqs:us-west-2:000000000000:failed.fifo";
  public static final String UNDELIVERED = "arn:aws:sqs:us-west-2:000000000000:undelivered";
  public static final String BUS = "arn:aws:events:us-west-2:000000000000:event-bus/outcomes";
  public static final String STACK =
      "arn:aws:cloudformation:us-west-2:000000000000:stack/sample/00000000-0000-4000-8000-000000000000";
  public static final String FUNCTION = "arn:aws:lambda:us-west-2:000000000000:function:worker";

  private SampleStack() {}

  public static Topology topology(URI gateway, PolicyStatement... statements) {
    return new Topology(
        "sample",
        "us-west-2",
        "000000000000",
        List.of(function(statements)),
        List.of(),
        List.of(
            queue(gateway, QUEUE, Optional.of(new RedrivePolicy(FAILED, 2))),
            queue(gateway, FAILED, Optional.empty()),
            queue(gateway, UNDELIVERED, Optional.empty())),
        List.of(table()),
        List.of(new EventBus("outcomes", BUS)),
        List.of(rule()),
        List.of(),
        new HttpApi("api", "api", List.of(), Optional.empty(), new HttpApi.Throttle(100, 100)),
        new UserPool("us-west-2_local", "http://127.0.0.1/pool", "client", List.of()),
        List.of(
            new ManagedPolicy(
                "arn:aws:iam::000000000000:policy/operators",
                List.of(
                    allow("sqs:SendMessage", UNDELIVERED),
                    allow(
                        "cloudformation:DescribeStacks",
                        "arn:aws:cloudformation:us-west-2:000000000000:stack/sample/*")))),
        Map.of("TableName", "chats", "Odd", "a<b&c>"));
  }

  public static PolicyStatement allow(String action, String resource) {
    return new PolicyStatement(List.of(action), List.of(resource));
  }

  private static LambdaFunction function(PolicyStatement... statements) {
    return new LambdaFunction(
        "worker",
        FUNCTION,
        "Worker::handle",
        Path.of("worker.zip"),
        128,
        Duration.ofSeconds(3),
        Map.of(),
        new ExecutionRole(
            "worker-role", "arn:aws:iam::000000000000:role/worker-role", List.of(statements)),
        OptionalInt.empty(),
        false,
        AsyncInvokes.DEFAULT);
  }

  private static SqsQueue queue(URI gateway, String arn, Optional<RedrivePolicy> redrive) {
    var name = arn.substring(arn.lastIndexOf(':') + 1);
    var fifo = name.endsWith(".fifo");
    return new SqsQueue(
        name,
        arn,
        gateway + "/000000000000/" + name,
        fifo,
        fifo,
        false,
        Duration.ofSeconds(30),
        Duration.ofDays(4),
        redrive);
  }

  private static DynamoTable table() {
    return new DynamoTable(
        "chats",
        TABLE,
        "PK",
        Optional.of("SK"),
        List.of(
            new DynamoTable.Index("by-user", "user", "at", "INCLUDE", List.of("status")),
            new DynamoTable.Index("by-state", "state", "at", "KEYS_ONLY", List.of())),
        Optional.of("expires_at"));
  }

  private static EventRule rule() {
    var target =
        new EventRule.Target(
            "writer", FUNCTION + ":live", 3, Duration.ofHours(1), Optional.of(UNDELIVERED));
    return new EventRule(
        "answered",
        "arn:aws:events:us-west-2:000000000000:rule/outcomes/answered",
        "outcomes",
        "{\"source\":[\"chat\"],\"detail-type\":[\"Answered\"]}",
        List.of(target));
  }
}

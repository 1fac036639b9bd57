package navigator.local.lambda;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import navigator.local.lambda.fixture.CommandHandler;
import navigator.local.topology.AsyncInvokes;
import navigator.local.topology.ExecutionRole;
import navigator.local.topology.HttpApi;
import navigator.local.topology.LambdaFunction;
import navigator.local.topology.QueueMapping;
import navigator.local.topology.Schedule;
import navigator.local.topology.SqsQueue;
import navigator.local.topology.Topology;
import navigator.local.topology.UserPool;

/** A stack of fixture functions, put together by a test. */
final class FixtureStack {
  static final String REGION = "us-west-2";
  static final String ACCOUNT = "000000000000";

  private final Path archive;
  private final List<LambdaFunction> functions = new ArrayList<>();
  private final List<QueueMapping> mappings = new ArrayList<>();
  private final List<SqsQueue> queues = new ArrayList<>();
  private final List<Schedule> schedules = new ArrayList<>();

  FixtureStack(Path archive) {
    this.archive = archive;
  }

  /** A function as a test wants it different from the usual one. */
  static final class FunctionSpec {
    private final String name;
    private String handler = CommandHandler.class.getName() + "::handleRequest";
    private Duration timeout = Duration.ofSeconds(30);
    private Map<String, String> environment = Map.of();
    private OptionalInt reserved = OptionalInt.empty();
    private boolean snapStart;
    private AsyncInvokes asyncInvokes = AsyncInvokes.DEFAULT;

    FunctionSpec(String name) {
      this.name = name;
    }

    FunctionSpec handler(Class<?> type) {
      return handler(type.getName() + "::handleRequest");
    }

    FunctionSpec handler(String setting) {
      handler = setting;
      return this;
    }

    FunctionSpec timeout(Duration limit) {
      timeout = limit;
      return this;
    }

    FunctionSpec environment(Map<String, String> variables) {
      environment = variables;
      return this;
    }

    FunctionSpec reserved(int concurrency) {
      reserved = OptionalInt.of(concurrency);
      return this;
    }

    FunctionSpec snapStart() {
      snapStart = true;
      return this;
    }

    FunctionSpec asyncInvokes(AsyncInvokes configuration) {
      asyncInvokes = configuration;
      return this;
    }
  }

  static FunctionSpec function(String name) {
    return new FunctionSpec(name);
  }

  FixtureStack with(FunctionSpec spec) {
    var role =
        new ExecutionRole(spec.name, "arn:aws:iam::" + ACCOUNT + ":role/" + spec.name, List.of());
    functions.add(
        new LambdaFunction(
            spec.name,
            functionArn(spec.name),
            spec.handler,
            archive,
            256,
            spec.timeout,
            spec.environment,
            role,
            spec.reserved,
            spec.snapStart,
            spec.asyncInvokes));
    return this;
  }

  FixtureStack with(SqsQueue queue) {
    queues.add(queue);
    return this;
  }

  FixtureStack with(QueueMapping mapping) {
    mappings.add(mapping);
    return this;
  }

  FixtureStack with(Schedule schedule) {
    schedules.add(schedule);
    return this;
  }

  static String functionArn(String name) {
    return "arn:aws:lambda:%s:%s:function:%s".formatted(REGION, ACCOUNT, name);
  }

  static String queueArn(String name) {
    return "arn:aws:sqs:%s:%s:%s".formatted(REGION, ACCOUNT, name);
  }

  Topology topology() {
    return new Topology(
        "fixtures",
        REGION,
        ACCOUNT,
        functions,
        mappings,
        queues,
        List.of(),
        List.of(),
        List.of(),
        schedules,
        new HttpApi("api", "api", List.of(), Optional.empty(), new HttpApi.Throttle(1, 1)),
        new UserPool("pool", "https://issuer.example", "client", List.of()),
        List.of(),
        Map.of());
  }
}

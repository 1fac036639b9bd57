package navigator.local.chaos;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import navigator.local.bedrock.CallRecord;
import navigator.local.gateway.Access;
import navigator.local.gateway.AwsJson;
import navigator.local.gateway.AwsService;
import navigator.local.gateway.Fault;
import navigator.local.gateway.Fault.Moment;
import navigator.local.gateway.FaultInjector;
import navigator.local.loopback.Call;

/**
 * What goes wrong with the AWS calls of functions and of operators' terminals. No request meets
 * more than a few such faults, so that most are still answered. Safe for use by many threads.
 */
final class AwsFaults implements FaultInjector {

  private static final int MOST_FOR_ONE_REQUEST = 6;
  private static final Pattern REQUEST = Pattern.compile("REQUEST#([0-9A-Za-z-]{20,})");
  private static final String OPERATOR = "operator";
  private static final Set<AwsService> OF_DATA = EnumSet.of(AwsService.DYNAMODB, AwsService.SQS);
  private static final List<Kind> OF_OPERATORS = ChaosPlan.kinds("AWS_");
  private static final List<Kind> OF_FUNCTIONS =
      Stream.concat(OF_OPERATORS.stream(), Stream.of(Kind.KILLED_AFTER_CALL)).toList();

  private final ChaosPlan plan;
  private final Injected injected;
  private final Kills kills;
  private final Map<String, RandomGenerator> dice = new ConcurrentHashMap<>();
  private final Map<String, Integer> met = new ConcurrentHashMap<>();

  AwsFaults(ChaosPlan plan, Injected injected, Kills kills) {
    this.plan = plan;
    this.injected = injected;
    this.kills = kills;
  }

  @Override
  public Fault fault(Access access) {
    return new Fault.None();
  }

  @Override
  public Fault fault(Access access, Call call) {
    var caller = access.caller().function().orElse(access.caller().name());
    var kinds = kinds(access);
    return kinds.isEmpty()
        ? new Fault.None()
        : draw(caller + access.operation(), kinds)
            .filter(kind -> mayMeet(call))
            .map(kind -> fault(kind, access.service(), caller, call))
            .orElseGet(Fault.None::new);
  }

  // Who only looks at what became of it all meets none.
  private static List<Kind> kinds(Access access) {
    if (access.caller().function().isPresent()) {
      return access.service() == AwsService.BEDROCK ? List.of(Kind.MODEL_CUT) : OF_FUNCTIONS;
    }
    return access.caller().name().equals(OPERATOR) && OF_DATA.contains(access.service())
        ? OF_OPERATORS
        : List.of();
  }

  private Optional<Kind> draw(String component, List<Kind> kinds) {
    var random = dice.computeIfAbsent(component, plan::random);
    synchronized (random) {
      return ChaosPlan.draw(kinds, random);
    }
  }

  private boolean mayMeet(Call call) {
    var named = REQUEST.matcher(call.body().text());
    return !named.find() || met.merge(named.group(1), 1, Integer::sum) <= MOST_FOR_ONE_REQUEST;
  }

  private Fault fault(Kind kind, AwsService service, String caller, Call call) {
    switch (kind) {
      case KILLED_AFTER_CALL -> {
        // Counted when the process is gone.
      }
      case MODEL_CUT -> injected.cut(CallRecord.hashOf(question(call)));
      default -> injected.count(kind);
    }
    return switch (kind) {
      case AWS_THROTTLED ->
          new Fault.ErrorReply(Moment.BEFORE_SERVICE, 400, throttle(service), "Slow down.");
      case AWS_FAILED_BEFORE -> failed(Moment.BEFORE_SERVICE);
      case AWS_FAILED_AFTER -> failed(Moment.AFTER_SERVICE);
      case AWS_CUT_BEFORE -> new Fault.DroppedConnection(Moment.BEFORE_SERVICE);
      case AWS_CUT_AFTER, MODEL_CUT -> new Fault.DroppedConnection(Moment.AFTER_SERVICE);
      case AWS_SLOW_BEFORE -> new Fault.Delay(Moment.BEFORE_SERVICE, Duration.ofMillis(700));
      case AWS_SLOW_AFTER -> new Fault.Delay(Moment.AFTER_SERVICE, Duration.ofMillis(700));
      case KILLED_AFTER_CALL -> new Fault.DeadCaller(() -> kills.one(kind, caller));
      default -> throw new IllegalArgumentException("Not a fault of a call: " + kind);
    };
  }

  private static String question(Call call) {
    var messages = AwsJson.input(call.body()).path("messages");
    return messages.path(messages.size() - 1).path("content").path(0).path("text").asText();
  }

  private static Fault failed(Moment moment) {
    return new Fault.ErrorReply(moment, 500, "InternalServerError", "Chaos.");
  }

  private static String throttle(AwsService service) {
    return service == AwsService.DYNAMODB
        ? "ProvisionedThroughputExceededException"
        : "ThrottlingException";
  }
}

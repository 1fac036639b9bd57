package navigator.bench.pipeline;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import navigator.bench.pipeline.Calls.Kind;
import navigator.contracts.ConversationId;
import navigator.local.bedrock.CallRecord;
import navigator.local.gateway.AwsService;
import navigator.local.lambda.runtime.Billed;
import navigator.local.stack.LocalStack;
import navigator.local.topology.LambdaFunction;

/**
 * Whole conversations, one after the other, and all that they took. Each request is polled for
 * {@link #POLLS} times.
 */
record Conversations(LocalStack stack, Meter meter, Asking asking) {

  static final int POLLS = 3;

  /** What the original design expects of a model's call. */
  static final Duration REAL_MODEL = Duration.ofSeconds(4);

  /** The lines that Lambda writes around an invocation, and the API's line of access. */
  private static final int SERVICE_LINES = 350;

  private static final double MEGABYTES_A_GIGABYTE = 1024;
  private static final long PATIENCE_NANOS = 30_000_000_000L;
  private static final long LOOK_MILLIS = 20;

  /**
   * What was seen.
   *
   * @param requests in all conversations
   * @param calls of the functions on the way
   * @param idle calls that are made whether anybody asks or not
   * @param seconds that it took
   * @param billed milliseconds of an invocation, on average, with the emulated model's time
   */
  record Result(
      int requests,
      Calls calls,
      Calls idle,
      double seconds,
      Map<Way, Double> billed,
      Consumption consumption) {}

  private record Reading(
      Calls calls, Map<String, Billed> billed, long logBytes, int modelCalls, long time) {}

  /** Holds conversations of some turns each. */
  Result run(String name, int conversations, int turns, Consumer<String> progress)
      throws InterruptedException {
    Reading before = reading();
    for (int i = 0; i < conversations; i++) {
      progress.accept("calls and cost, conversation %d of %d".formatted(i + 1, conversations));
      hold(name + "-" + i, turns, i * turns);
    }
    int requests = conversations * turns;
    await(() -> finished(before, Way.INFERENCE) >= requests);
    await(() -> finished(before, Way.OUTCOME) >= requests);
    return result(before, reading(), conversations, requests);
  }

  private void hold(String user, int turns, int first) throws InterruptedException {
    try (Asker asker = new Asker(stack, meter, user)) {
      Optional<ConversationId> conversation = Optional.empty();
      for (int turn = 0; turn < turns; turn++) {
        Asker.Accepted accepted =
            asker.submit(asking.question(200_000 + first + turn), conversation);
        for (int poll = 1; poll < POLLS; poll++) {
          asker.poll(accepted);
        }
        asker.completed(accepted);
        asker.poll(accepted);
        conversation = Optional.of(accepted.request().conversationId());
      }
    }
  }

  private long finished(Reading before, Way function) {
    return since(before.billed(), stack.functions().billed(), function).invocations();
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - start > PATIENCE_NANOS) {
        throw new IllegalStateException("The functions did not come to an end");
      }
      Thread.sleep(LOOK_MILLIS);
    }
  }

  private Reading reading() {
    return new Reading(
        meter.calls(),
        stack.functions().billed(),
        meter.logBytes(),
        records().size(),
        System.nanoTime());
  }

  private List<CallRecord> records() {
    return stack.emulator().orElseThrow().calls().records();
  }

  private Result result(Reading before, Reading after, int conversations, int requests) {
    Calls all = after.calls().since(before.calls());
    Calls way = all.only(Conversations::isOfTheWay);
    List<CallRecord> model = records().subList(before.modelCalls(), after.modelCalls());
    long apiCalls = (1L + POLLS) * requests;
    long invocations = 0;
    double gigabyteSeconds =
        model.size() * REAL_MODEL.minus(Asking.MODEL).toMillis() / 1e3 * gigabytes(Way.INFERENCE);
    Map<Way, Double> billed = new EnumMap<>(Way.class);
    for (Way function : Way.values()) {
      Billed used = since(before.billed(), after.billed(), function);
      invocations += used.invocations();
      gigabyteSeconds += used.milliseconds() / 1e3 * gigabytes(function);
      billed.put(function, (double) used.milliseconds() / Math.max(1, used.invocations()));
    }
    long logBytes = after.logBytes() - before.logBytes() + SERVICE_LINES * (invocations + apiCalls);
    Consumption consumption =
        new Consumption(
            conversations,
            apiCalls,
            invocations,
            gigabyteSeconds,
            way.sum().reads(),
            way.sum().writes(),
            way.only(kind -> kind.service() == AwsService.SQS).sum().count(),
            way.only(kind -> kind.service() == AwsService.EVENTS).sum().count(),
            logBytes,
            model.stream().mapToLong(CallRecord::inputTokens).sum(),
            model.stream().mapToLong(CallRecord::outputTokens).sum());
    return new Result(
        requests,
        way,
        all.only(kind -> !isOfTheWay(kind)),
        (after.time() - before.time()) / 1e9,
        billed,
        consumption);
  }

  private static boolean isOfTheWay(Kind kind) {
    return Way.has(kind.caller()) && !kind.action().equals(Calls.EMPTY_RECEIVE);
  }

  private static Billed since(Map<String, Billed> before, Map<String, Billed> after, Way function) {
    return after
        .getOrDefault(function.function(), Billed.NOTHING)
        .minus(before.getOrDefault(function.function(), Billed.NOTHING));
  }

  private double gigabytes(Way function) {
    return stack.topology().functions().stream()
            .filter(each -> each.name().equals(function.function()))
            .mapToInt(LambdaFunction::memoryMegabytes)
            .sum()
        / MEGABYTES_A_GIGABYTE;
  }
}

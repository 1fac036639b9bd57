package navigator.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import navigator.contracts.metric.Metric;
import navigator.local.log.LogContract;
import navigator.local.ops.OpsProgram;
import navigator.local.stack.LocalStack;
import navigator.local.stack.StartProgress;
import org.junit.jupiter.api.Test;

/** Everything fails now and then, and no promise is broken. */
class ChaosIT {

  private static final Path ASSEMBLY = Path.of("../infra/target/cdk.test.out");
  private static final OpsProgram OPS = new OpsProgram(Path.of("../ops/target/ops.jar"));
  private static final ChaosPlan PLAN = new ChaosPlan(42, 250, Duration.ofSeconds(60));

  private final Queue<String> logFaults = new ConcurrentLinkedQueue<>();
  private final LongAdder unobservedCalls = new LongAdder();

  @Test
  void everyPromiseIsKeptWhileEverythingFailsNowAndThen() throws Exception {
    var run = new ChaosRun(PLAN, OPS, (accepted, pending, faults) -> {});
    var options =
        run.options(ASSEMBLY, Files.createTempDirectory("chaos")).alsoLoggingTo(this::look);
    ChaosResult result;
    try (LocalStack stack = LocalStack.start(options, StartProgress.NONE)) {
      result = run.run(stack);
    }

    System.out.printf(
        "chaos: %d requests in %s, %.1f a second, %d calls unobserved, operators: %s%n",
        result.verdict().accepted(),
        result.took(),
        result.perSecond(),
        unobservedCalls.sum(),
        result.operated());
    assertThat(result.verdict().broken()).isEmpty();
    assertThat(logFaults).isEmpty();
    // What was paid and cut off is counted, unless the process that knew of it was killed.
    assertThat(unobservedCalls.sum())
        .isGreaterThanOrEqualTo(struck(result, "MODEL_CUT") - struck(result, "KILLED"));
    assertThat(result.verdict().with("completed")).isGreaterThan(PLAN.requests() / 4);
    assertThat(struck(result, "AWS_")).isPositive();
    assertThat(struck(result, "KILLED")).isPositive();
    assertThat(struck(result, "EVENT_")).isPositive();
    assertThat(struck(result, "BATCH_")).isPositive();
    assertThat(struck(result, "MODEL_")).isPositive();
    assertThat(struck(result, "CLIENT_READ_ANOTHERS")).isPositive();
    assertThat(result.verdict().with("cancelled")).isPositive();
    assertThat(struck(result, "CLIENT_DELETED")).isPositive();
    assertThat(result.operated().get("replays started")).isPositive();
    assertThat(result.operated().get("letters replayed")).isPositive();
    assertThat(result.operated().get("discarded")).isPositive();
  }

  private void look(String function, String line) {
    logFaults.addAll(LogContract.faults(line));
    if (LogContract.metrics(line).contains(Metric.UNOBSERVED_CALLS.wireName())) {
      unobservedCalls.increment();
    }
  }

  private static int struck(ChaosResult result, String kinds) {
    return result.injected().entrySet().stream()
        .filter(entry -> entry.getKey().name().startsWith(kinds))
        .mapToInt(Map.Entry::getValue)
        .sum();
  }
}

package navigator.local.chaos;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;
import navigator.contracts.environment.Variable;
import navigator.local.TimeScale;
import navigator.local.bedrock.EmulatorSettings;
import navigator.local.bedrock.FaultRates;
import navigator.local.bedrock.Latency;
import navigator.local.chaos.check.Checker;
import navigator.local.chaos.check.History;
import navigator.local.chaos.check.Operated;
import navigator.local.ops.OpsProgram;
import navigator.local.stack.BedrockChoice;
import navigator.local.stack.LocalStack;
import navigator.local.stack.LocalStackOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One seeded run: load on a stack whose surroundings fail, a settling phase, and the verdict. */
public final class ChaosRun {

  private static final Logger LOG = LoggerFactory.getLogger(ChaosRun.class);
  private static final String DRIVER = "-replay";
  private static final TimeScale SCALE = new TimeScale(12);
  private static final Duration MINUTE = SCALE.scaled(Duration.ofMinutes(1));

  // As it is promised: the waits of the queues and the sweeper's grace are not scaled either.
  private static final Duration ALLOWANCE = Duration.ofMinutes(2);
  private static final Duration SETTLING = ChaosClient.LONGEST_WAIT.plus(ALLOWANCE);

  // A lease of a driver that died, and what replays at a low rate have before them.
  private static final Duration OF_REPLAYS = Duration.ofMinutes(3);
  // Each counts all that is pending, which takes as many calls as it has shards.
  private static final Duration LOOK = Duration.ofSeconds(2);
  private static final Latency QUICK =
      new Latency(Duration.ofMillis(20), 10_000, 0.3, Duration.ofMillis(5));

  private final ChaosPlan plan;
  private final OpsProgram ops;
  private final Progress progress;
  private final Injected injected = new Injected();
  private final Ledger ledger = new Ledger(ChaosLoad.MARK);
  private final LoadClock clock;
  private final Kills kills;
  private final ModelSpells spells;
  // By the last look: what is accepted after it is pending until the next.
  private volatile int ended;
  private volatile boolean stopped;

  /** Is told how a run comes on. */
  @FunctionalInterface
  public interface Progress {
    void now(int accepted, int pending, int faults);
  }

  /**
   * A run.
   *
   * @param ops the operator's commands
   */
  public ChaosRun(ChaosPlan plan, OpsProgram ops, Progress progress) {
    this.plan = plan;
    this.ops = ops;
    this.progress = progress;
    this.clock = new LoadClock(ledger::size);
    this.kills = new Kills(plan, injected, clock);
    this.spells = new ModelSpells(plan);
  }

  /** How the stack has to be started. */
  public LocalStackOptions options(Path assembly, Path directory) {
    var emulator =
        new EmulatorSettings(0, plan.seed(), QUICK, FaultRates.NONE)
            .with(MINUTE, Map.of(EmulatorSettings.ANY_OTHER, spells.quota()));
    return LocalStackOptions.of(assembly, directory, ledger)
        .with(new BedrockChoice.Emulated(emulator, new ModelFaults(plan, injected)))
        .with(SCALE)
        .overriding(Map.of(Variable.QUOTA_MINUTE, MINUTE.toString()))
        .with(new AwsFaults(plan, injected, kills))
        .deliveredBy(new DeliveryFaults(plan, injected));
  }

  /**
   * Runs on a stack that was started with the {@link #options}. An interrupt ends it early, with
   * the verdict on what there is.
   */
  public ChaosResult run(LocalStack stack) throws IOException {
    var start = System.nanoTime();
    var loadEnd = start;
    try (var table = new TableReading(stack);
        var operators = new OperatorCrew(plan, ledger, injected, clock, stack, ops)) {
      var watching = Thread.ofVirtual().start(() -> watch(table));
      try {
        kills.start(stack.functions());
        operators.start();
        new ChaosLoad(plan, ledger, injected, () -> ledger.size() - ended).run(stack);
        loadEnd = System.nanoTime();
        operators.finish();
        settle(stack, table);
      } catch (InterruptedException e) {
        operators.sendHome();
        stopped = true;
        loadEnd = Math.max(loadEnd, System.nanoTime());
        // The verdict on what there is comes next, and takes calls that an interrupt would end.
      } finally {
        kills.close();
        watching.interrupt();
      }
      spells.count(Duration.ofNanos(loadEnd - start), injected);
      var history = StackHistory.of(stack, table.read(), ledger, injected.cuts(), injected.kills());
      return new ChaosResult(
          plan.seed(),
          Duration.ofNanos(loadEnd - start),
          Duration.ofNanos(System.nanoTime() - start),
          injected.counts(),
          history.calls().size(),
          operated(history),
          new Checker(history, ALLOWANCE).verdict());
    }
  }

  // By a terminal's death, or by a function's.
  private Map<String, Integer> operated(History history) {
    var functions =
        history.kills().stream().filter(kill -> kill.function().endsWith(DRIVER)).count();
    var terminals = injected.counts().getOrDefault(Kind.DRIVER_KILLED, 0);
    return Operated.counts(history.operations(), (int) functions + terminals);
  }

  /** Whether an interrupt ended it early, so that what had not ended counts as lost. */
  public boolean wasStopped() {
    return stopped;
  }

  private void watch(TableReading table) {
    try {
      while (true) {
        look(table);
        Thread.sleep(LOOK);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  // One that fails is made up for by the next: without any nobody would be let in any more.
  private void look(TableReading table) {
    try {
      var accepted = ledger.size();
      var pending = table.pending();
      ended = accepted - pending;
      var faults = injected.counts().values().stream().mapToInt(n -> n).sum();
      progress.now(accepted, pending, faults);
    } catch (RuntimeException e) {
      LOG.debug("A look at the table failed", e);
    }
  }

  // As long as clients may wait processes die; then replays are let come to their end.
  private void settle(LocalStack stack, TableReading table) throws InterruptedException {
    var end = System.nanoTime() + SETTLING.plus(OF_REPLAYS).toNanos();
    await(
        System.nanoTime() + ChaosClient.LONGEST_WAIT.toNanos(),
        () -> table.pending() + table.erasing() > 0 || unfinished(stack) > 0);
    kills.close();
    await(
        end,
        () ->
            table.pending() + table.erasing() > 0
                || table.activeReplays() + table.replayingLetters() > 0
                || unfinished(stack) > 0);
  }

  private static int unfinished(LocalStack stack) {
    return stack.functions().unfinishedAsyncEvents();
  }

  private static void await(long end, BooleanSupplier atWork) throws InterruptedException {
    while (System.nanoTime() < end && atWork.getAsBoolean()) {
      Thread.sleep(LOOK);
    }
  }
}

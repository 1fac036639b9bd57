package navigator.bench.throttling;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import navigator.bench.load.Offered;
import navigator.bench.load.Pace;
import navigator.bench.machine.Machine;
import navigator.bench.machine.MachineWatch;
import navigator.bench.measure.Estimates;
import navigator.bench.measure.Run;
import navigator.bench.measure.RunLog;
import navigator.bench.rival.RivalHandler;
import navigator.bench.stack.BenchStack;
import navigator.bench.stack.Cell;
import navigator.local.bedrock.CallRecord;
import navigator.local.bedrock.EmulatorProcess;
import navigator.local.disk.DirectoryTree;

/**
 * Runs a scenario: the contenders beside each other, each with the same load, until all are done or
 * too late.
 *
 * @param seed of the emulator's chances
 * @param cloudAssembly the folder that the CDK synthesized
 * @param scratch an existing folder for what is not kept
 * @param patience after so many ideal times it is cut off
 */
public record ScenarioRun(
    ScenarioPlan plan,
    List<Contender> contenders,
    Pace pace,
    long seed,
    Path cloudAssembly,
    Path scratch,
    double patience) {

  private static final Duration LOOK = Duration.ofMillis(200);
  private static final int WARM_ROUNDS = 6;
  private static final int STRANGERS = 10;

  /** Is told how a run comes on. */
  @FunctionalInterface
  public interface Progress {

    /** Of each contender, in their order, the model calls that were settled so far. */
    void now(String step, List<Integer> settled);
  }

  /** What became of the contenders, in their order. */
  public record Result(List<Run> runs, List<Estimates> estimates, Machine machine) {}

  /** Runs it; an interrupt ends it without a result. */
  public Result run(Progress progress) throws IOException, InterruptedException {
    Path directory = Files.createTempDirectory(scratch, "bench-");
    Path log = directory.resolve("quota.jsonl");
    try (EmulatorProcess bedrock =
        EmulatorProcess.start(new Emulation(plan, pace, seed).settings(contenders.size()), log)) {
      progress.now("starting", List.of());
      List<Cell> cells = cells(bedrock.url().toString());
      var stackPlan =
          new BenchStack.Plan(cloudAssembly, directory, RivalHandler.class, cells, pace);
      try (QuotaFeed feed = new QuotaFeed(log);
          BenchStack stack = BenchStack.start(stackPlan)) {
        List<ContenderRun> running =
            cells.stream()
                .map(cell -> new ContenderRun(stack.client(cell), pollers(cell)))
                .toList();
        return measure(stack, running, feed, progress);
      }
    } finally {
      new DirectoryTree(directory).delete();
    }
  }

  private List<Cell> cells(String bedrock) {
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < contenders.size(); i++) {
      cells.add(contenders.get(i).cell(i, plan, pace, bedrock));
    }
    return cells;
  }

  private PollingClients pollers(Cell cell) {
    int atOnce = cell.fleets().stream().mapToInt(f -> f.environments() * f.batch()).sum();
    return new PollingClients(plan.load(), questions(), atOnce, pace);
  }

  private List<String> questions() {
    return plan.load().stream().map(each -> CallRecord.hashOf(Chats.text(each))).toList();
  }

  private Result measure(
      BenchStack stack, List<ContenderRun> running, QuotaFeed feed, Progress progress)
      throws IOException, InterruptedException {
    List<Offered> atOnce = plan.load().stream().filter(each -> each.at() == 0).toList();
    List<Offered> later = plan.load().stream().filter(each -> each.at() > 0).toList();
    Chats soon = new Chats(pace, Instant.now());
    progress.now("warming up", List.of());
    for (ContenderRun each : running) {
      each.client().warm(soon.strangers(STRANGERS), WARM_ROUNDS);
      each.fill(soon.of(atOnce));
    }
    try (MachineWatch watch = new MachineWatch()) {
      running.forEach(each -> each.look(false, 0));
      Instant zero = Instant.now();
      stack.open();
      try (Arrivals arrivals = new Arrivals(running, later, new Chats(pace, zero))) {
        follow(running, feed, zero, arrivals, progress);
      }
      Machine machine = watch.machine();
      List<Estimates> estimates = running.stream().map(ContenderRun::estimates).toList();
      return new Result(runs(running, feed, zero), estimates, machine);
    }
  }

  private void follow(
      List<ContenderRun> running,
      QuotaFeed feed,
      Instant zero,
      Arrivals arrivals,
      Progress progress)
      throws IOException, InterruptedException {
    double end = patience * plan.ideal().drained();
    boolean going = true;
    while (going) {
      Thread.sleep(LOOK);
      feed.poll();
      double now = pace.seconds(zero, Instant.now());
      for (ContenderRun each : running) {
        each.look(arrivals.isDone(), now);
      }
      progress.now("running", running.stream().map(each -> feed.settled(each.model())).toList());
      going = now < end && !running.stream().allMatch(ContenderRun::isDrained);
    }
    double ended = Math.min(end, pace.seconds(zero, Instant.now()));
    running.forEach(each -> each.end(ended));
  }

  private List<Run> runs(List<ContenderRun> running, QuotaFeed feed, Instant zero)
      throws IOException {
    feed.poll();
    List<Run> runs = new ArrayList<>();
    for (ContenderRun each : running) {
      runs.add(
          new Run(
              plan.load(),
              questions(),
              plan.supply(),
              plan.latency(),
              RunLog.of(feed.entries(each.model()), zero, pace),
              each.client().counts(),
              each.endedAt(),
              each.isDrained()));
    }
    return runs;
  }
}

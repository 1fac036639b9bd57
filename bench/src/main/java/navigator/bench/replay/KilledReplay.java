package navigator.bench.replay;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import navigator.bench.replay.aws.ReplayServers;
import navigator.contracts.table.ReplayState;
import navigator.ops.LetterFilter;
import navigator.ops.replay.Replay;
import navigator.ops.replay.ReplayOrder;
import navigator.ops.replay.ReplayReader;
import navigator.ops.replay.ReplayTerms;
import navigator.ops.replay.Selection;
import navigator.ops.replay.StartReplay;
import navigator.ops.replay.StartVerdict;

/** One replay of all dead letters, whose driver is killed and succeeded by another. */
final class KilledReplay {

  static final String NAME = "bench";

  private static final int RATE = 60_000;
  private static final int CANARY = 5;
  private static final double STOP_SHARE = 0.2;
  private static final Duration LOOK = Duration.ofMillis(50);
  private static final double SAMPLE_SECONDS = 0.5;

  /** Longer than a lease, and a driver's start on a busy machine. */
  private static final double STANDSTILL_SECONDS = 180;

  private static final double NANOS_A_SECOND = 1e9;

  private final ReplayServers servers;
  private final ReplayReader replays;
  private final Path logs;
  private final Watcher watcher;
  private final List<Progress> progress = new ArrayList<>();
  private final List<Double> killedAt = new ArrayList<>();
  private final long start = System.nanoTime();
  private double movedAt;
  private long steps;
  private int drivers;

  /** Is told how far it is. */
  @FunctionalInterface
  interface Watcher {
    void see(Progress progress);
  }

  /**
   * A replay that has not begun.
   *
   * @param logs the folder for what the drivers print
   */
  KilledReplay(ReplayServers servers, Path logs, Watcher watcher) {
    this.servers = servers;
    this.replays = servers.ops().replays();
    this.logs = logs;
    this.watcher = watcher;
  }

  ReplayResult.Run run(ReplaySizes sizes, List<Kill> kills)
      throws IOException, InterruptedException {
    order(sizes);
    for (Kill kill : kills) {
      try (DriverProcess driver = driver()) {
        if (!await(driver, kill.steps())) {
          break;
        }
        Thread.sleep(kill.delay());
        driver.kill();
      }
      killedAt.add(seconds());
    }
    try (DriverProcess driver = driver()) {
      boolean _ = await(driver, Long.MAX_VALUE);
    }
    return new ReplayResult.Run(seconds(), killedAt, progress);
  }

  private void order(ReplaySizes sizes) {
    ReplayTerms terms =
        new ReplayTerms(
            RATE,
            sizes.requests(),
            Math.min(CANARY, sizes.requests()),
            STOP_SHARE,
            Duration.ofHours(1));
    Selection all = new Selection.Filtered(LetterFilter.ALL);
    StartVerdict verdict =
        new StartReplay(servers.ops().replayStarts(), InstantSource.system())
            .start(new ReplayOrder(NAME, "benchmark", "to measure it", all, terms));
    if (!(verdict instanceof StartVerdict.Started)) {
      throw new IllegalStateException("The replay did not start");
    }
  }

  private DriverProcess driver() throws IOException {
    drivers++;
    return DriverProcess.start(
        List.of(servers.table(), servers.queueUrl(), NAME),
        servers.environment(),
        logs.resolve("driver-" + drivers + ".log"));
  }

  // Whether so many steps are done before the replay has ended.
  private boolean await(DriverProcess driver, long steps) throws IOException, InterruptedException {
    while (true) {
      Replay replay = replays.find(NAME).orElseThrow();
      Progress now = Progress.of(seconds(), replay.counts());
      see(now);
      if (replay.state().isEnded()) {
        requireCompleted(replay);
        return false;
      }
      if (Kill.steps(now) >= steps) {
        return true;
      }
      driver.requireWell();
      if (seconds() - movedAt > STANDSTILL_SECONDS) {
        throw new IllegalStateException("The replay stands still: " + replay.counts());
      }
      Thread.sleep(LOOK);
    }
  }

  private void see(Progress now) {
    if (!progress.isEmpty() && Kill.steps(now) == steps) {
      return;
    }
    steps = Kill.steps(now);
    movedAt = now.seconds();
    watcher.see(now);
    if (progress.isEmpty() || now.seconds() - progress.getLast().seconds() >= SAMPLE_SECONDS) {
      progress.add(now);
    }
  }

  private static void requireCompleted(Replay replay) {
    if (replay.state() != ReplayState.COMPLETED) {
      throw new IllegalStateException(
          "The replay ended as %s: %s".formatted(replay.state(), replay.counts()));
    }
  }

  private double seconds() {
    return (System.nanoTime() - start) / NANOS_A_SECOND;
  }
}

package navigator.bench.replay;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import navigator.bench.machine.MachineWatch;
import navigator.bench.replay.aws.AnsweringPipeline;
import navigator.bench.replay.aws.ReplayServers;
import navigator.ops.replay.ReplayCounts;

/** Leaves dead letters, measures how they are read, replays them, and counts what came of it. */
public final class ReplayBenchmark {

  private static final Duration LOOK = Duration.ofMillis(100);
  private static final Duration DRAINED = Duration.ofMinutes(2);

  private final ReplaySizes sizes;
  private final long seed;

  public ReplayBenchmark(ReplaySizes sizes, long seed) {
    this.sizes = sizes;
    this.seed = seed;
  }

  /** Is told how it comes on. */
  @FunctionalInterface
  public interface Listener {

    /**
     * What is at work.
     *
     * @param status what is new when it differs from the one before
     * @param detail how far it is
     */
    void show(String status, String detail);
  }

  /**
   * Measures.
   *
   * @param cloudAssembly the folder that the CDK synthesized
   * @param scratch an empty folder
   */
  public ReplayResult run(Path cloudAssembly, Path scratch, Listener listener)
      throws IOException, InterruptedException {
    try (MachineWatch watch = new MachineWatch();
        ReplayServers servers = ReplayServers.start(cloudAssembly)) {
      listener.show("leaving %,d dead letters".formatted(sizes.requests()), "");
      servers.seed(sizes.requests(), seed);
      listener.show("reading them", "");
      ReadTimes times = new MeasureReads(servers).measure();
      try (AnsweringPipeline pipeline = servers.answer()) {
        KilledReplay replay =
            new KilledReplay(servers, scratch, progress -> show(listener, progress));
        ReplayResult.Run run = replay.run(sizes, Kill.plan(sizes, seed));
        awaitEmpty(pipeline);
        ReplayCounts counts =
            servers.ops().replays().find(KilledReplay.NAME).orElseThrow().counts();
        listener.show("counting", "");
        return new ReplayResult(
            sizes,
            seed,
            times,
            run,
            counts,
            servers.count(KilledReplay.NAME, sizes.requests(), pipeline),
            watch.machine());
      }
    }
  }

  private static void show(Listener listener, Progress progress) {
    listener.show(
        "replaying them",
        ": %,d matched, %,d sent, %,d ended"
            .formatted(progress.matched(), progress.sent(), progress.ended()));
  }

  private static void awaitEmpty(AnsweringPipeline pipeline) throws InterruptedException {
    long end = System.nanoTime() + DRAINED.toNanos();
    while (pipeline.queued() > 0 && System.nanoTime() < end) {
      Thread.sleep(LOOK);
    }
  }
}

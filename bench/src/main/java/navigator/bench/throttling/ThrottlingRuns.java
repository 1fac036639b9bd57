package navigator.bench.throttling;

import java.nio.file.Path;
import java.util.List;
import navigator.bench.load.Pace;
import navigator.bench.load.Question;
import navigator.bench.load.RecordedTrace;
import navigator.bench.load.Requests;
import navigator.bench.report.ResultFile;

/**
 * The ways to run the benchmark, with what they share.
 *
 * @param requests of a scenario
 * @param trace a recording; empty: one like it is made
 * @param speed by which it is played faster
 */
public record ThrottlingRuns(
    int requests,
    long seed,
    List<RecordedTrace.Row> trace,
    double speed,
    Pace pace,
    Path cloudAssembly,
    Path scratch,
    ResultFile results,
    ResultFile storedSweep) {

  public ThrottlingRuns {
    trace = List.copyOf(trace);
  }

  /** Everything. */
  public Settings full() {
    return settings(Stage.full(pace), true);
  }

  /** What shows in a few minutes whether anything went wrong. */
  public Settings quick() {
    return settings(Stage.quick(pace), false);
  }

  /** One scenario, with some approaches or, if none is named, with all. */
  public Settings only(Scenario scenario, List<Approach> approaches) {
    return settings(Stage.only(scenario, approaches, pace), false);
  }

  private Settings settings(List<Stage> stages, boolean sweeps) {
    int least = Chats.instructions() + Question.least();
    return new Settings(
        new Plans(new Requests(requests, seed, least), trace, speed),
        stages,
        pace,
        sweeps,
        cloudAssembly,
        scratch,
        results,
        storedSweep);
  }
}

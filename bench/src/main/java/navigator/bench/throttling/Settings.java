package navigator.bench.throttling;

import java.nio.file.Path;
import java.util.List;
import navigator.bench.load.Pace;
import navigator.bench.report.ResultFile;

/**
 * What is run.
 *
 * @param pace of all stages that name no other
 * @param sweeps whether the best fixed concurrency is looked for; else it is taken from {@code
 *     storedSweep}
 * @param cloudAssembly the folder that the CDK synthesized
 * @param scratch an existing folder for what is not kept
 * @param results where they go
 * @param storedSweep of an earlier run
 */
public record Settings(
    Plans plans,
    List<Stage> stages,
    Pace pace,
    boolean sweeps,
    Path cloudAssembly,
    Path scratch,
    ResultFile results,
    ResultFile storedSweep) {

  public Settings {
    stages = List.copyOf(stages);
  }

  /** Of all that is drawn by chance. */
  public long seed() {
    return plans.requests().seed();
  }

  /**
   * Of the results of a run that was stopped, those of this very run: others would be compared with
   * what is not alike.
   */
  List<ResultRow> kept(List<ResultRow> begun) {
    return stages.stream()
        .flatMap(stage -> begun.stream().filter(row -> stage.isIn(row, seed(), offered(stage))))
        .toList();
  }

  private int offered(Stage stage) {
    return plans.of(stage.scenario()).load().size();
  }
}

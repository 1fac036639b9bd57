package navigator.bench.fleet;

import java.util.ArrayList;
import java.util.List;

/** All cases, one after the other. */
public final class FleetBenchmark {

  private FleetBenchmark() {}

  /** Is told how it comes on. */
  @FunctionalInterface
  public interface Progress {

    /**
     * What is at work.
     *
     * @param status what is new when it differs from the one before
     * @param detail how far it is
     */
    void show(String status, String detail);
  }

  /** What each case gave; the same seed gives the same. */
  public static List<FleetRow> run(List<FleetCase> cases, long seed, Progress progress) {
    List<FleetRow> rows = new ArrayList<>();
    for (FleetCase each : cases) {
      String status = "%d of %d: %s".formatted(rows.size() + 1, cases.size(), each);
      rows.add(
          new FleetRun(each, seed)
              .run(
                  ended ->
                      progress.show(status, ", %d %%".formatted(100L * ended / each.requests()))));
    }
    return rows;
  }
}

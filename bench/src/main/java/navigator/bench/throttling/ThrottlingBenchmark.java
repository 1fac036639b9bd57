package navigator.bench.throttling;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import navigator.bench.load.Pace;
import navigator.bench.load.Requests;
import navigator.bench.measure.Measures;
import navigator.bench.measure.Run;
import navigator.bench.report.ResultFile;

/** Runs stages one after the other, and keeps what is done. For use by one thread. */
public final class ThrottlingBenchmark {

  /** A concurrency that is a multiple slower than the best needs not be seen to its end. */
  private static final double SWEEP_PATIENCE = 2.5;

  /** Contenders beside each other in the sweep: four took two processors as a whole. */
  private static final int SWEPT_AT_ONCE = 2;

  private static final int SWEPT_REQUESTS = 200;

  private final Settings settings;
  private final Report report;
  private final List<ResultRow> rows = new ArrayList<>();
  private final Forecast forecast = new Forecast();

  public ThrottlingBenchmark(Settings settings, Report report) {
    this.settings = settings;
    this.report = report;
  }

  /** Is told how a benchmark comes on. */
  public interface Report {

    /**
     * A stage begins, or goes on.
     *
     * @param left how long the whole will take yet, probably
     */
    void begins(String title, int number, int stages, Duration left);

    /** What the contenders of the stage have come to. */
    void now(String step, List<String> names, List<Integer> settled, int requests);

    /** A stage is done, or was done by an earlier run. */
    void done(List<ResultRow> rows);

    /** The concurrency that was chosen, and by what. */
    void chose(int concurrency, Sweep sweep);

    /** The concurrency that is taken, and where it is from. */
    void takes(int concurrency, String from);
  }

  /**
   * Runs what is not done yet. An interrupt ends it; what is done is kept, and gone on with by the
   * next run of the same settings.
   *
   * @return all results
   */
  public List<ResultRow> run() throws IOException, InterruptedException {
    rows.addAll(settings.kept(settings.results().begun().stream().map(ResultRow::of).toList()));
    int concurrency = concurrency();
    for (int i = 0; i < settings.stages().size(); i++) {
      Stage stage = settings.stages().get(i);
      for (List<Approach> group : missing(stage)) {
        report.begins(title(stage, group), i + 1, settings.stages().size(), left());
        Instant start = Instant.now();
        double usual = Forecast.seconds(stage, settings.plans().of(stage.scenario()), group);
        rows.addAll(measure(stage, group, concurrency));
        settings.results().keep(rows.stream().map(ResultRow::json).toList());
        forecast.done(usual, Duration.between(start, Instant.now()));
      }
      report.done(rows.stream().filter(stage::holds).toList());
    }
    settings.results().keep(rows.stream().map(ResultRow::json).toList());
    settings.results().finish();
    ResultFile.write(settings.results().beside(".svg"), ResultChart.svg(rows));
    return List.copyOf(rows);
  }

  /** The results so far. */
  public List<ResultRow> rows() {
    return List.copyOf(rows);
  }

  // Those of each group that were not measured yet.
  private List<List<Approach>> missing(Stage stage) {
    List<ResultRow> done = rows.stream().filter(stage::holds).toList();
    return stage.groups().stream()
        .map(
            group ->
                group.stream()
                    .filter(each -> done.stream().noneMatch(row -> Stage.isOf(row, each)))
                    .toList())
        .filter(group -> !group.isEmpty())
        .toList();
  }

  private Duration left() {
    double seconds = 0;
    for (Stage stage : settings.stages()) {
      ScenarioPlan plan = settings.plans().of(stage.scenario());
      for (List<Approach> group : missing(stage)) {
        seconds += Forecast.seconds(stage, plan, group);
      }
    }
    return forecast.of(seconds);
  }

  private static String title(Stage stage, List<Approach> group) {
    return group.stream()
        .map(Approach::wireName)
        .collect(Collectors.joining(", ", stage.title() + ": ", ""));
  }

  private int concurrency() throws IOException, InterruptedException {
    if (!settings.sweeps()) {
      int stored = Sweep.best(settings.storedSweep().finished());
      int taken = stored == 0 ? little() : stored;
      String from = stored == 0 ? "rate x latency: no sweep is stored" : "the stored sweep";
      report.takes(taken, from);
      return taken;
    }
    ResultFile file = new ResultFile(settings.results().beside("-sweep.json"));
    int begun = rows.isEmpty() ? 0 : Sweep.best(file.finished());
    if (begun > 0) {
      report.takes(begun, "the sweep of the run that is gone on with");
      return begun;
    }
    Sweep sweep = sweep();
    file.keep(sweep.json());
    file.finish();
    report.chose(sweep.best(), sweep);
    return sweep.best();
  }

  // Little's law: as many as are in flight at the quota's pace.
  private int little() {
    ScenarioPlan plan = settings.plans().of(Scenario.KNOWN);
    return Math.clamp(Math.round(plan.rate() * plan.latency()), 1, Sweep.MOST);
  }

  private Sweep sweep() throws IOException, InterruptedException {
    Requests some =
        new Requests(
            Math.min(SWEPT_REQUESTS, settings.plans().requests().count()),
            settings.seed(),
            settings.plans().requests().least());
    ScenarioPlan plan = new Plans(some, List.of(), 1).of(Scenario.KNOWN);
    List<Sweep.Trial> trials = new ArrayList<>();
    for (int first = 1; first <= Sweep.MOST; first += SWEPT_AT_ONCE) {
      report.begins("fixed concurrency", first, Sweep.MOST, left());
      List<Integer> sizes = IntStream.range(first, first + SWEPT_AT_ONCE).boxed().toList();
      List<Contender> contenders = sizes.stream().map(Contender::fixed).toList();
      List<String> names = sizes.stream().map(String::valueOf).toList();
      ScenarioRun.Result result = runOf(plan, contenders, settings.pace(), SWEEP_PATIENCE, names);
      for (int i = 0; i < sizes.size(); i++) {
        Run run = result.runs().get(i);
        trials.add(
            new Sweep.Trial(sizes.get(i), run.drained(), Measures.of(run), result.machine()));
      }
    }
    return new Sweep(trials);
  }

  private List<ResultRow> measure(Stage stage, List<Approach> group, int concurrency)
      throws IOException, InterruptedException {
    ScenarioPlan plan = settings.plans().of(stage.scenario());
    List<Contender> contenders =
        group.stream().map(each -> Contender.of(each, plan, concurrency)).toList();
    ScenarioRun.Result result =
        runOf(plan, contenders, stage.pace(), ScenarioPlan.PATIENCE, brief(group));
    List<OptionalDouble> quiet = quietTenants(stage, plan, contenders, result.runs(), brief(group));
    List<ResultRow> measured = new ArrayList<>();
    for (int i = 0; i < contenders.size(); i++) {
      Run run = result.runs().get(i);
      measured.add(
          new ResultRow(
              stage.scenario().wireName(),
              contenders.get(i).approach().wireName(),
              stage.seconds(),
              settings.seed(),
              plan.load().size(),
              run.drained(),
              Measures.of(run),
              result.machine(),
              quiet.get(i),
              result.estimates().get(i).right(run.log()),
              run.counts().faults()));
    }
    return measured;
  }

  private List<OptionalDouble> quietTenants(
      Stage stage,
      ScenarioPlan plan,
      List<Contender> contenders,
      List<Run> noisy,
      List<String> names)
      throws IOException, InterruptedException {
    if (stage.scenario() != Scenario.NOISY) {
      return noisy.stream().map(_ -> OptionalDouble.empty()).toList();
    }
    ScenarioPlan quiet = plan.of(tenant -> !tenant.equals(Requests.NOISY));
    List<Run> alone = runOf(quiet, contenders, stage.pace(), ScenarioPlan.PATIENCE, names).runs();
    List<OptionalDouble> ratios = new ArrayList<>();
    for (int i = 0; i < noisy.size(); i++) {
      double with = Measures.slowest(noisy.get(i), tenant -> !tenant.equals(Requests.NOISY));
      double without = Measures.slowest(alone.get(i), tenant -> true);
      // Nobody feels less than a call's own time.
      ratios.add(OptionalDouble.of((with + plan.latency()) / (without + plan.latency())));
    }
    return ratios;
  }

  private static List<String> brief(List<Approach> group) {
    return group.stream().map(Approach::brief).toList();
  }

  private ScenarioRun.Result runOf(
      ScenarioPlan plan, List<Contender> contenders, Pace pace, double patience, List<String> names)
      throws IOException, InterruptedException {
    return new ScenarioRun(
            plan,
            contenders,
            pace,
            settings.seed(),
            settings.cloudAssembly(),
            settings.scratch(),
            patience)
        .run((step, settled) -> report.now(step, names, settled, plan.load().size()));
  }
}

package navigator.bench.load;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What befalls the model in the course of a run.
 *
 * @param phases one after the other, the first from 0
 */
public record Course(List<Phase> phases) {

  /** Nothing. */
  public static final Course QUIET = new Course(List.of(new Phase(0, 1, 0, 1)));

  /**
   * A time until the next phase.
   *
   * @param from seconds after the first call
   * @param quota by which the quota is multiplied
   * @param foreign the share of it that others take
   * @param slowness by which the model takes longer
   */
  public record Phase(double from, double quota, double foreign, double slowness) {

    /** The share of the first quota that is ours. */
    public double available() {
      return quota * (1 - foreign);
    }
  }

  public Course {
    phases = phases.stream().sorted(Comparator.comparingDouble(Phase::from)).toList();
    if (phases.isEmpty() || phases.getFirst().from() != 0) {
      throw new IllegalArgumentException("the first phase begins at 0");
    }
  }

  /** Quiet, and then something. */
  public static Course then(Phase... others) {
    return new Course(Stream.concat(QUIET.phases().stream(), Stream.of(others)).toList());
  }

  /** What holds at a moment. */
  public Phase at(double time) {
    return phases.stream()
        .filter(phase -> phase.from() <= time)
        .reduce((earlier, later) -> later)
        .orElseGet(phases::getFirst);
  }

  /** When the quota that is ours changes. */
  public List<Double> changes() {
    return phases.stream()
        .skip(1)
        .filter(phase -> phase.available() != before(phase).available())
        .map(Phase::from)
        .toList();
  }

  private Phase before(Phase phase) {
    return phases.get(phases.indexOf(phase) - 1);
  }
}

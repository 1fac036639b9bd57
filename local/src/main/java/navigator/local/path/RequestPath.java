package navigator.local.path;

import static navigator.contracts.log.StateChange.CALLED;
import static navigator.contracts.log.StateChange.CANCELLED;
import static navigator.contracts.log.StateChange.FELL_BACK;
import static navigator.contracts.log.StateChange.PERSISTED;
import static navigator.contracts.log.StateChange.PUBLISHED;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import navigator.contracts.log.StateChange;

/**
 * All that was logged about one request.
 *
 * @param lines in the order of their times
 */
public record RequestPath(List<LogLine> lines) {

  public RequestPath {
    lines = lines.stream().sorted(Comparator.comparing(LogLine::at)).toList();
  }

  /**
   * How long a stage took; empty while it is not over. Never negative, though two functions' clocks
   * may differ.
   */
  public Optional<Duration> took(Stage stage) {
    Optional<LogLine> from = boundary(stage.from());
    Optional<LogLine> to = boundary(stage.to());
    return from.flatMap(f -> to.map(t -> Duration.between(f.at(), t.at())))
        .map(duration -> duration.isNegative() ? Duration.ZERO : duration);
  }

  /** Whether the client can see how the request ended. */
  public boolean isOver() {
    return count(PERSISTED) > 0 || count(CANCELLED) > 0;
  }

  /** How often a change was logged. */
  public long count(StateChange change) {
    return of(change).count();
  }

  // The model may be called several times; what comes more than once elsewhere is a repetition.
  private Optional<LogLine> boundary(StateChange change) {
    return change == CALLED ? of(change).reduce((earlier, later) -> later) : of(change).findFirst();
  }

  // The publication of a fallback reply has a name of its own.
  private Stream<LogLine> of(StateChange change) {
    return lines.stream()
        .filter(line -> line.is(change) || (change == PUBLISHED && line.is(FELL_BACK)));
  }
}

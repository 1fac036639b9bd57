package navigator.bench.measure;

import java.util.List;
import java.util.OptionalDouble;

/**
 * How long it takes after a change of the quota until a whole minute uses it to within 5 %: the
 * longest of all changes. A change after which that never happens counts up to the last call.
 */
final class Recovery {

  private static final double MINUTE = 60;
  private static final double ENOUGH = 0.95;
  private static final double STEP = 1;

  private Recovery() {}

  /** Empty if nothing changed while there were calls. */
  static OptionalDouble of(Run run) {
    List<LoggedCall> calls = run.log().admitted();
    if (calls.isEmpty()) {
      return OptionalDouble.empty();
    }
    double last = calls.getLast().at();
    double offset = run.log().firstCall();
    return run.supply().course().changes().stream()
        .filter(change -> change + offset < last)
        .mapToDouble(change -> after(change + offset, last, run, calls))
        .max();
  }

  private static double after(double change, double last, Run run, List<LoggedCall> calls) {
    double offset = run.log().firstCall();
    for (double at = change; at + MINUTE <= last; at += STEP) {
      double from = at;
      long used =
          calls.stream()
              .filter(call -> call.at() >= from && call.at() < from + MINUTE)
              .mapToLong(LoggedCall::cost)
              .sum();
      double given = run.supply().between(at - offset, at - offset + MINUTE);
      if (used >= ENOUGH * given) {
        return at - change;
      }
    }
    return last - change;
  }
}

package navigator.local.gateway;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Faults told in advance, each for so many calls of a kind. Safe for use by many threads. */
public final class ScriptedFaults implements FaultInjector {

  private final List<Line> script = new ArrayList<>();

  private record Line(Predicate<Access> which, Fault fault, int times) {}

  /**
   * Adds a fault for the next calls that a predicate accepts, after those told before for the same
   * calls.
   *
   * @param times how many calls it hits, from 1
   */
  public synchronized void add(Predicate<Access> which, Fault fault, int times) {
    if (times < 1) {
      throw new IllegalArgumentException("A fault hits at least one call, not " + times);
    }
    script.add(new Line(which, fault, times));
  }

  /** Forgets every fault that has not happened yet. */
  public synchronized void clear() {
    script.clear();
  }

  /** Whether every fault that was told has happened. */
  public synchronized boolean isSpent() {
    return script.isEmpty();
  }

  @Override
  public synchronized Fault fault(Access access) {
    var next = script.stream().filter(line -> line.which().test(access)).findFirst();
    next.ifPresent(this::use);
    return next.map(Line::fault).orElseGet(Fault.None::new);
  }

  private void use(Line line) {
    var index = script.indexOf(line);
    Optional.of(line.times() - 1)
        .filter(left -> left > 0)
        .ifPresentOrElse(
            left -> script.set(index, new Line(line.which(), line.fault(), left)),
            () -> script.remove(index));
  }
}

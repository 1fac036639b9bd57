package navigator.local.bedrock.quota;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What befalls a profile in the course of time, counted in real time from its first call.
 *
 * @param steps other quotas from a moment on
 * @param foreign other consumers of the same quotas
 * @param exhausted when the day's tokens are used up
 * @param outages when the service is unavailable
 * @param paces other latencies from a moment on
 */
public record Timeline(
    List<Step> steps,
    List<Foreign> foreign,
    List<Span> exhausted,
    List<Span> outages,
    List<Pace> paces) {

  /** Nothing happens. */
  public static final Timeline QUIET =
      new Timeline(List.of(), List.of(), List.of(), List.of(), List.of());

  public Timeline {
    steps = steps.stream().sorted(Comparator.comparing(Step::at)).toList();
    foreign = List.copyOf(foreign);
    exhausted = List.copyOf(exhausted);
    outages = List.copyOf(outages);
    paces = paces.stream().sorted(Comparator.comparing(Pace::at)).toList();
  }

  /** Other quotas from a moment on. */
  public record Step(Duration at, Limits limits) {}

  /**
   * A time, its end excluded.
   *
   * @param to later than {@code from}
   */
  public record Span(Duration from, Duration to) {
    public Span {
      if (from.compareTo(to) >= 0) {
        throw new IllegalArgumentException("A span ends after it begins: " + from + " to " + to);
      }
    }

    boolean holds(long millis) {
      return millis >= from.toMillis() && millis < to.toMillis();
    }
  }

  /**
   * Somebody who takes a share of the minute's quotas, evenly and before anybody else.
   *
   * @param share of the quota, from 0 to 1
   */
  public record Foreign(Span during, double share) {
    public Foreign {
      if (!(share >= 0 && share <= 1)) {
        throw new IllegalArgumentException("A share is 0 to 1, not " + share);
      }
    }
  }

  /**
   * Another latency from a moment on.
   *
   * @param factor by which the model takes longer than it is set to, above 0
   */
  public record Pace(Duration at, double factor) {
    public Pace {
      if (!(factor > 0)) {
        throw new IllegalArgumentException("A factor is above 0, not " + factor);
      }
    }
  }

  /** The same with these steps instead of others. */
  public Timeline withSteps(Step... others) {
    return new Timeline(List.of(others), foreign, exhausted, outages, paces);
  }

  /** The same with these foreign consumers instead of others. */
  public Timeline withForeign(Foreign... others) {
    return new Timeline(steps, List.of(others), exhausted, outages, paces);
  }

  /** The same with these exhausted days instead of others. */
  public Timeline withExhausted(Span... others) {
    return new Timeline(steps, foreign, List.of(others), outages, paces);
  }

  /** The same with these outages instead of others. */
  public Timeline withOutages(Span... others) {
    return new Timeline(steps, foreign, exhausted, List.of(others), paces);
  }

  /** The same with these latencies instead of others. */
  public Timeline withPaces(Pace... others) {
    return new Timeline(steps, foreign, exhausted, outages, List.of(others));
  }

  /** When the limits change, in order. */
  List<Long> changes() {
    return Stream.concat(
            steps.stream().map(Step::at),
            foreign.stream()
                .map(Foreign::during)
                .flatMap(span -> Stream.of(span.from(), span.to())))
        .map(Duration::toMillis)
        .sorted()
        .distinct()
        .toList();
  }

  /** The limits at a moment, foreign consumers included. */
  Limits limits(Limits first, long millis) {
    return steps.stream()
        .filter(step -> step.at().toMillis() <= millis)
        .reduce(first, (before, step) -> step.limits(), (one, other) -> other);
  }

  /** The part of the minute's quotas that others take at a moment. */
  double foreignShare(long millis) {
    var shares =
        foreign.stream()
            .filter(consumer -> consumer.during().holds(millis))
            .mapToDouble(Foreign::share)
            .sum();
    return Math.min(1, shares);
  }

  /** Whether the day's tokens are used up at a moment. */
  boolean isExhausted(long millis) {
    return holds(exhausted.stream(), millis);
  }

  /** Whether the service is unavailable at a moment. */
  public boolean isDown(long millis) {
    return holds(outages.stream(), millis);
  }

  /** By how much the model takes longer at a moment. */
  public double slowness(long millis) {
    return paces.stream()
        .filter(pace -> pace.at().toMillis() <= millis)
        .reduce(1.0, (before, pace) -> pace.factor(), (one, other) -> other);
  }

  private static boolean holds(Stream<Span> spans, long millis) {
    return spans.anyMatch(span -> span.holds(millis));
  }
}

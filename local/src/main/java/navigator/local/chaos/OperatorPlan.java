package navigator.local.chaos;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import navigator.local.chaos.OperatorAct.Reach;
import navigator.local.chaos.OperatorAct.Terms;
import navigator.local.chaos.OperatorAct.Then;

/** What one operator does, one thing after another, by the seed alone. For one thread. */
final class OperatorPlan {

  private static final List<Integer> RATES = List.of(120, 300, 1_200, 6_000);
  private static final List<Integer> MAXIMA = List.of(3, 20, 200, 10_000);
  private static final List<Integer> CANARIES = List.of(0, 0, 1, 3);
  private static final List<Double> STOP_SHARES = List.of(1.0, 1.0, 0.5, 0.2);
  private static final List<String> STATES = List.of("parked", "all", "resolved,discarded");
  private static final double LOOKS = 0.25;
  private static final double PLANS = 0.4;
  private static final int SHORTEST_DEADLINE = 30;
  private static final int LONGEST_DEADLINE = 40;
  // In requests.
  private static final int SHORTEST_PAUSE = 20;
  private static final int LONGEST_PAUSE = 100;
  private static final long LATEST_CANCEL = 6_000;
  private static final long LATEST_KILL = 5_000;
  private static final double KILLS = 0.75;
  private static final int MOST_CHANGED = 4;

  private final String operator;
  private final RandomGenerator random;
  private int replays;

  OperatorPlan(ChaosPlan plan, String operator) {
    this.operator = operator;
    this.random = plan.random("operator " + operator);
  }

  /** What is done next over HTTP. */
  OperatorAct next() {
    return random.nextDouble() < LOOKS ? new OperatorAct.Look(any(STATES)) : replay();
  }

  private OperatorAct replay() {
    return new OperatorAct.Replay(
        name(),
        any(List.of(Reach.values())),
        terms(),
        random.nextDouble() < PLANS,
        any(List.of(Then.values())),
        Duration.ofMillis(random.nextLong(LATEST_CANCEL)));
  }

  /** What is done next at the command line: the {@code number}th time, from 0. */
  CliAct atCommandLine(int number) {
    return switch (number % 4) {
      case 0 -> new CliAct.Discard(1 + random.nextInt(MOST_CHANGED));
      case 2 -> new CliAct.Restore(1 + random.nextInt(MOST_CHANGED));
      default -> drive();
    };
  }

  private CliAct drive() {
    boolean killed = random.nextDouble() < KILLS;
    long after = random.nextLong(LATEST_KILL);
    return new CliAct.Drive(
        name(), killed ? Optional.of(Duration.ofMillis(after)) : Optional.empty());
  }

  /** The replay of all that is left at the end of a run, as fast as may be. */
  OperatorAct.Replay last() {
    var terms = new Terms(6_000, 10_000, 0, 1, SHORTEST_DEADLINE);
    return new OperatorAct.Replay(name(), Reach.ALL, terms, false, Then.LEAVE, Duration.ZERO);
  }

  /** The replay of a few letters. */
  Terms ofFew() {
    return new Terms(6_000, 100, 0, 1, SHORTEST_DEADLINE);
  }

  /** A name that no other replay of the run has. */
  String name() {
    replays++;
    return operator + "-" + replays;
  }

  /** After how many requests something else is done. */
  int pause() {
    return random.nextInt(SHORTEST_PAUSE, LONGEST_PAUSE);
  }

  /** Whether an error is met with another try. */
  boolean triesAgain() {
    return random.nextDouble() < 0.75;
  }

  /** One of some. */
  <T> T any(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }

  private Terms terms() {
    return new Terms(
        any(RATES),
        any(MAXIMA),
        any(CANARIES),
        any(STOP_SHARES),
        random.nextInt(SHORTEST_DEADLINE, LONGEST_DEADLINE + 1));
  }
}

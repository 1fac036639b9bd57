package navigator.bench.fleet;

import java.time.Duration;
import java.util.OptionalDouble;
import java.util.function.IntConsumer;
import navigator.inference.quota.QuotaSettings;
import navigator.inference.simulation.Demand;
import navigator.inference.simulation.SimulatedBedrock;
import navigator.inference.simulation.SimulatedFleet;
import navigator.inference.simulation.SimulatedTable;
import navigator.inference.simulation.Window;

/** One case in virtual time: what a seed gives, it gives again. For one thread. */
final class FleetRun {

  private static final int BATCH = 10;
  private static final int BURNDOWN = 5;
  private static final long WAKE_UP = SimulatedFleet.SECOND / 100;
  private static final Duration PROBING = Duration.ofSeconds(30);
  private static final Duration STEP = Duration.ofSeconds(5);

  /** The deadline of a request that names none, and one that is further away than any run lasts. */
  private static final Duration DEADLINE = Duration.ofMinutes(15);

  private static final Duration NEVER = Duration.ofDays(1);

  /** Of the quota, while requests arrive evenly. */
  private static final double EVENLY = 0.7;

  private static final Duration BEFORE_TROUBLE = Duration.ofMinutes(1);

  private final FleetCase what;
  private final Demand demand = Demand.CHAT;
  private final SimulatedBedrock bedrock;
  private final SimulatedFleet fleet;
  private final OneKey key;
  private final long quota;
  private final long start;
  private long awayUntil = Long.MIN_VALUE;

  FleetRun(FleetCase what, long seed) {
    this.what = what;
    long cost = demand.input() + BURNDOWN * demand.expectedOutput();
    this.quota = what.callsAMinute() * cost;
    this.bedrock = SimulatedBedrock.ofTokens(Window.Kind.BUCKET, quota, demand, 0);
    this.key = new OneKey(new SimulatedTable(this::isAway, () -> false), this::now);
    QuotaSettings settings = new QuotaSettings(quota, 0, 1, BURNDOWN, what.environments(), PROBING);
    long skew = what.trouble() == Trouble.CLOCKS ? micros(Trouble.SKEW) : 0;
    this.fleet =
        new SimulatedFleet(
            new SimulatedFleet.Setup(
                settings, demand, what.environments(), BATCH, skew, WAKE_UP, 0, 0),
            key,
            bedrock,
            seed);
    this.start = fleet.now();
  }

  /**
   * Runs until every request has ended, at most for four times as long as it must take.
   *
   * @param ended is told how many requests have ended, now and then
   */
  FleetRow run(IntConsumer ended) {
    send();
    befall();
    long limit = start + micros(DEADLINE) + 4L * what.requests() * 60_000_000 / what.callsAMinute();
    while (ended() < what.requests() && fleet.now() < limit) {
      fleet.run(STEP);
      ended.accept(ended());
    }
    return row();
  }

  private void send() {
    if (what.trouble() != Trouble.OUTAGE) {
      fleet.send(what.requests(), NEVER);
      return;
    }
    int seconds = (int) Math.ceil(what.requests() * 60 / (what.callsAMinute() * EVENLY));
    for (int i = 0; i < seconds; i++) {
      int before = (int) ((long) what.requests() * i / seconds);
      int after = (int) ((long) what.requests() * (i + 1) / seconds);
      fleet.after(Duration.ofSeconds(i), () -> fleet.send(after - before, DEADLINE));
    }
  }

  private void befall() {
    switch (what.trouble()) {
      case NONE, CLOCKS -> {}
      case TABLE_AWAY ->
          fleet.after(BEFORE_TROUBLE, () -> awayUntil = fleet.now() + micros(Trouble.AWAY));
      case OUTAGE ->
          fleet.after(BEFORE_TROUBLE, () -> bedrock.downUntil(fleet.now() + micros(Trouble.DOWN)));
    }
  }

  private FleetRow row() {
    long spent = bedrock.settledSince(start);
    double working = minutes(bedrock.lastAdmitted() - start);
    double burst = Math.max(quota / 10.0, (double) demand.reserved());
    double optimum = (spent - burst) / quota + demand.latency() / 60;
    double answers = Math.max(1, fleet.answered());
    boolean backlog = what.trouble() != Trouble.OUTAGE;
    return new FleetRow(
        what,
        (double) fleet.answered() / what.requests(),
        only(backlog, spent / (quota * working)),
        bedrock.waste(),
        only(backlog, minutes(fleet.lastAnswer() - start) / optimum),
        (double) fleet.receives() / what.requests(),
        (key.writes().asked() - key.writes().throttled()) / answers,
        key.writes().asked() / (working * 60),
        key.writes().peak(),
        key.writes().throttled(),
        key.reads().peak(),
        fleet.alone(),
        bedrock.failures());
  }

  private static OptionalDouble only(boolean there, double value) {
    return there ? OptionalDouble.of(value) : OptionalDouble.empty();
  }

  private int ended() {
    return fleet.answered() + fleet.givenUp();
  }

  private boolean isAway() {
    return fleet.now() < awayUntil;
  }

  private long now() {
    return fleet.now();
  }

  private static double minutes(long micros) {
    return micros / 60e6;
  }

  private static long micros(Duration duration) {
    return duration.toNanos() / 1_000;
  }
}

package navigator.inference.quota;

import static navigator.inference.simulation.SimulatedFleet.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import navigator.inference.simulation.Demand;
import navigator.inference.simulation.SimulatedBedrock;
import navigator.inference.simulation.SimulatedFleet;
import navigator.inference.simulation.SimulatedFleet.Setup;
import navigator.inference.simulation.SimulatedTable;
import navigator.inference.simulation.Window;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** The bounds of the pace, whatever the fleet is like and whatever befalls it. */
class GovernedFleetFuzzTest {

  private static final Duration PROBING = Duration.ofSeconds(30);
  private static final int FLEET = 5;

  @Property(tries = 150)
  void aRequestQuotaIsNeverExceededWhileClocksAgree(
      @ForAll Window.Kind kind,
      @ForAll @IntRange(min = 1, max = 300) int requests,
      @ForAll @IntRange(min = 1, max = FLEET) int environments,
      @ForAll @IntRange(min = 1, max = 10) int batch,
      @ForAll @DoubleRange(min = 0, max = 0.3) double crashes,
      @ForAll @DoubleRange(min = 0, max = 0.3) double faults,
      @ForAll @IntRange(min = 0, max = 1_000) int noisy,
      @ForAll @LongRange(min = 0) long seed) {
    QuotaSettings settings = new QuotaSettings(0, requests, 200_000, 5, FLEET, PROBING);
    Setup setup = new Setup(settings, Demand.CHAT, environments, batch, 0, 0, crashes, faults);
    SimulatedBedrock bedrock =
        SimulatedBedrock.ofRequests(kind, requests, new Random(seed).nextLong(Window.MINUTE));
    SimulatedFleet fleet = new SimulatedFleet(setup, new SimulatedTable(), bedrock, seed);
    send(fleet, 1_000, noisy);

    fleet.run(Duration.ofMinutes(5));

    assertThat(bedrock.rejections()).isZero();
    assertThat(bedrock.mostCalls()).isLessThanOrEqualTo(requests);
  }

  @Property(tries = 150)
  void noMinuteHasMoreThanTheBound(
      @ForAll Window.Kind kind,
      @ForAll @LongRange(min = 10_000, max = 1_000_000) long quota,
      @ForAll @IntRange(min = 1, max = FLEET) int environments,
      @ForAll @IntRange(min = 1, max = 10) int batch,
      @ForAll @LongRange(min = 0, max = 2 * SECOND) long skew,
      @ForAll @LongRange(min = 0, max = SECOND) long delay,
      @ForAll @DoubleRange(min = 0, max = 0.3) double crashes,
      @ForAll @DoubleRange(min = 0, max = 0.3) double faults,
      @ForAll boolean surprising,
      @ForAll @IntRange(min = 0, max = 1_000) int noisy,
      @ForAll @LongRange(min = 0) long seed) {
    QuotaSettings settings = new QuotaSettings(quota, 0, 1, 5, FLEET, PROBING);
    Demand demand = new Demand(800, 1000, 300, surprising ? 0.4 : 0, 4);
    assertBound(
        kind,
        new Setup(settings, demand, environments, batch, skew, delay, crashes, faults),
        noisy,
        seed);
  }

  /** When what failed was given to others, these had more. */
  @Example
  void whatFailedOnceMadeABusierMinute() {
    Demand steady = new Demand(800, 1000, 300, 0, 4);
    QuotaSettings small = new QuotaSettings(17_990, 0, 1, 5, FLEET, PROBING);
    QuotaSettings smaller = new QuotaSettings(10_174, 0, 1, 5, FLEET, PROBING);
    assertBound(Window.Kind.FIXED, new Setup(small, steady, 1, 3, 0, 0, 0, 0.26), 0, 778);
    assertBound(
        Window.Kind.FIXED, new Setup(smaller, steady, 2, 7, 446_360, 348_923, 0.22, 0), 0, 2950);
    for (long seed = 0; seed < 20; seed++) {
      assertBound(Window.Kind.FIXED, new Setup(small, steady, 4, 10, 0, 0, 0.2, 0.3), 0, seed);
    }
  }

  @Property(tries = 100)
  void theGateOpensAgainWhoeverDies(
      @ForAll Window.Kind kind,
      @ForAll @DoubleRange(min = 0, max = 0.5) double crashes,
      @ForAll @DoubleRange(min = 0, max = 0.5) double faults,
      @ForAll @DoubleRange(min = 0, max = 0.2) double away,
      @ForAll @DoubleRange(min = 0, max = 0.2) double lost,
      @ForAll @LongRange(min = 0, max = 2 * SECOND) long skew,
      @ForAll @IntRange(min = 1, max = 240) int secondsOfNothing,
      @ForAll @IntRange(min = 0, max = 1_000) int noisy,
      @ForAll @LongRange(min = 0) long seed) {
    assertOpensAgain(kind, crashes, faults, away, lost, skew, secondsOfNothing, noisy, seed);
  }

  @Example
  void theGateOpenedAgainWhenItsProberDied() {
    for (long seed = 0; seed < 20; seed++) {
      assertOpensAgain(Window.Kind.BUCKET, 1.0, 0, 0, 0, 0, 30, 0, seed);
      assertOpensAgain(Window.Kind.SLIDING, 0.3, 0.3, 0.2, 0.2, 2 * SECOND, 200, 0, seed);
    }
  }

  private static void assertBound(Window.Kind kind, Setup setup, int noisy, long seed) {
    Demand demand = setup.demand();
    long quota = setup.settings().tokens();
    long phase = new Random(seed).nextLong(Window.MINUTE);
    SimulatedBedrock bedrock = SimulatedBedrock.ofTokens(kind, quota, demand, phase);
    SimulatedFleet fleet = new SimulatedFleet(setup, new SimulatedTable(), bedrock, seed);
    send(fleet, 1_000, noisy);

    fleet.run(Duration.ofMinutes(5));

    long cost = demand.cost(5).charge();
    // Without surprises a call takes what was expected, and nothing is left unsettled.
    boolean surprising = demand.spread() > 0;
    long excess = surprising ? demand.input() + 5 * demand.maxOutput() - cost : 0;
    long share = quota / 10 / setup.settings().fleet();
    long credit = surprising ? Math.max(cost, share) : 0;
    double span = 60 + (2.0 * setup.skew() + setup.delay()) / SECOND;
    double unsettled = (double) setup.environments() * (credit + setup.batch() * excess);
    assertThat((double) bedrock.busiestMinute())
        .isLessThanOrEqualTo(quota * 0.99 / 60 * span + cost + unsettled);
  }

  private static void send(SimulatedFleet fleet, int messages, int noisy) {
    fleet.sendOf("noisy", noisy);
    fleet.send(messages - noisy);
  }

  private static void assertOpensAgain(
      Window.Kind kind,
      double crashes,
      double faults,
      double away,
      double lost,
      long skew,
      int secondsOfNothing,
      int noisy,
      long seed) {
    Random chance = new Random(seed);
    SimulatedTable table =
        new SimulatedTable(() -> chance.nextDouble() < away, () -> chance.nextDouble() < lost);
    QuotaSettings settings = new QuotaSettings(0, 0, 300_000, 5, FLEET, PROBING);
    Setup setup = new Setup(settings, Demand.CHAT, 3, 10, skew, 0, crashes, faults);
    SimulatedBedrock bedrock = SimulatedBedrock.ofTokens(kind, 140_000, Demand.CHAT, 0);
    SimulatedFleet fleet = new SimulatedFleet(setup, table, bedrock, seed);
    send(fleet, 3_000, noisy);
    fleet.run(Duration.ofMinutes(1));
    bedrock.quota(fleet.now(), 0);
    fleet.run(Duration.ofSeconds(secondsOfNothing));
    bedrock.quota(fleet.now(), 140_000);
    long closed = table.get(QuotaField.CLOSED) == 0 ? 0 : table.get(QuotaField.EPISODE);
    // Once all hope is gone a probe is made each minute, and half of them may fail.
    fleet.run(Duration.ofMinutes(20));
    long late = fleet.now();

    fleet.run(Duration.ofMinutes(3));

    assertThat(bedrock.admittedSince(late)).isGreaterThan(10);
    assertThat(table.get(QuotaField.EPISODE)).isGreaterThan(closed);
  }
}

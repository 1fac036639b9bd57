package navigator.inference.quota;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import navigator.inference.simulation.Demand;
import navigator.inference.simulation.SimulatedBedrock;
import navigator.inference.simulation.SimulatedFleet;
import navigator.inference.simulation.SimulatedFleet.Setup;
import navigator.inference.simulation.SimulatedTable;
import navigator.inference.simulation.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the governor makes of a quota that is far below the load. */
class GovernedFleetTest {

  /** About 60 chats a minute. */
  private static final long QUOTA = 60 * 2_300;

  private static final Duration LONG = Duration.ofMinutes(10);
  private static final Duration LATE = Duration.ofMinutes(4);

  private final SimulatedTable table = new SimulatedTable();

  @ParameterizedTest
  @CsvSource({"BUCKET, 0.97, 0.005", "FIXED, 0.95, 0.01", "SLIDING, 0.90, 0.02"})
  void aKnownQuotaIsUsedToTheFullWithHardlyA429(Window.Kind kind, double least, double most) {
    SimulatedBedrock bedrock = bedrock(kind);
    SimulatedFleet fleet = fleet(known(QUOTA), bedrock);
    long start = fleet.now();

    fleet.run(LONG);

    assertThat(bedrock.settledSince(start) / (10.0 * QUOTA)).isGreaterThan(least);
    assertThat(bedrock.waste()).isLessThan(most);
    assertThat(fleet.receivesPerAnswer()).isLessThan(2);
  }

  @ParameterizedTest
  @CsvSource({"2, 2", "2, 10", "5, 10"})
  void aQuotaOfSixCallsAMinuteIsUsedAsWell(int environments, int batch) {
    long quota = QUOTA / 10;
    SimulatedBedrock bedrock = SimulatedBedrock.ofTokens(Window.Kind.BUCKET, quota, Demand.CHAT, 0);
    Setup setup = new Setup(known(quota), Demand.CHAT, environments, batch, 0, 0, 0, 0);
    SimulatedFleet fleet = new SimulatedFleet(setup, table, bedrock, 7);
    fleet.send(200);
    long start = fleet.now();

    fleet.run(Duration.ofMinutes(20));

    assertThat(bedrock.settledSince(start) / (20.0 * quota)).isGreaterThan(0.97);
    assertThat(bedrock.waste()).isLessThan(0.01);
  }

  @ParameterizedTest
  @EnumSource
  void aQuotaThatNobodyKnowsIsFoundFromBelow(Window.Kind kind) {
    assertFound(kind, QUOTA / 5);
  }

  @ParameterizedTest
  @EnumSource
  void aQuotaThatNobodyKnowsIsFoundFromFarAbove(Window.Kind kind) {
    assertFound(kind, QUOTA * 15);
  }

  @ParameterizedTest
  @EnumSource
  void whatOthersTakeOfAKnownQuotaIsLeftToThem(Window.Kind kind) {
    SimulatedBedrock bedrock = bedrock(kind);
    bedrock.quota(0, QUOTA * 6 / 10);
    SimulatedFleet fleet = fleet(known(QUOTA), bedrock);
    fleet.run(LONG.minus(LATE));
    long late = fleet.now();

    fleet.run(LATE);

    assertThat(bedrock.settledSince(late) / (4.0 * QUOTA)).isBetween(0.5, 0.61);
    assertThat(bedrock.waste()).isLessThan(0.07);
  }

  @ParameterizedTest
  @EnumSource
  void aQuotaThatRisesIsFoundAgain(Window.Kind kind) {
    SimulatedBedrock bedrock = bedrock(kind);
    SimulatedFleet fleet = fleet(unknown(QUOTA), bedrock);
    fleet.run(LATE);
    bedrock.quota(fleet.now(), 2 * QUOTA);
    fleet.run(Duration.ofMinutes(3));
    long late = fleet.now();

    fleet.run(LATE);

    assertThat(bedrock.settledSince(late) / (4.0 * QUOTA)).isGreaterThan(1.7);
  }

  @Test
  void eachCallIsPaidWithOneWrite() {
    SimulatedBedrock bedrock = bedrock(Window.Kind.BUCKET);
    Setup small = new Setup(known(QUOTA), Demand.CHAT, 2, 10, 0, 0, 0, 0);
    SimulatedFleet fleet = new SimulatedFleet(small, table, bedrock, 7);
    fleet.send(600);

    fleet.run(Duration.ofMinutes(11));

    assertThat(fleet.answered()).isEqualTo(600);
    assertThat(table.writes() / 600.0).isLessThan(1.1);
    assertThat(fleet.receivesPerAnswer()).isLessThan(1.2);
  }

  @Test
  void whoAsksMostOfItDoesNotKeepOthersWaiting() {
    SimulatedBedrock bedrock = bedrock(Window.Kind.BUCKET);
    Setup setup = new Setup(known(QUOTA), Demand.CHAT, 4, 10, 0, 0, 0, 0);
    SimulatedFleet fleet = new SimulatedFleet(setup, table, bedrock, 7);
    long start = fleet.now();
    fleet.sendOf("noisy", 420);
    for (int i = 0; i < 120; i++) {
      String quiet = "quiet-" + i % 5;
      fleet.after(Duration.ofSeconds(4L * i), () -> fleet.sendOf(quiet, 1));
    }

    fleet.run(Duration.ofMinutes(8));

    assertThat(bedrock.settledSince(start) / (8.0 * QUOTA)).isGreaterThan(0.97);
    for (int i = 0; i < 5; i++) {
      assertThat(fleet.waits("quiet-" + i))
          .hasSizeGreaterThan(20)
          .allMatch(wait -> wait < 60 * SimulatedFleet.SECOND);
    }
    assertThat(fleet.receivesPerAnswer()).isLessThan(3.5);
  }

  @ParameterizedTest
  @ValueSource(longs = {QUOTA / 3, QUOTA / 10})
  void norAtASlowPace(long quota) {
    SimulatedBedrock bedrock = SimulatedBedrock.ofTokens(Window.Kind.BUCKET, quota, Demand.CHAT, 0);
    Setup setup = new Setup(known(quota), Demand.CHAT, 4, 10, 0, 0, 0, 0);
    SimulatedFleet fleet = new SimulatedFleet(setup, table, bedrock, 7);
    long start = fleet.now();
    long aCall = Duration.ofMinutes(1).toMillis() * QUOTA / 60 / quota;
    fleet.sendOf("noisy", 200);
    for (int i = 1; i <= 20; i++) {
      fleet.after(Duration.ofMillis(aCall * 4 * i), () -> fleet.sendOf("quiet", 1));
    }

    fleet.run(Duration.ofMillis(100 * aCall));

    assertThat(bedrock.settledSince(start) / (100.0 * QUOTA / 60)).isGreaterThan(0.95);
    assertThat(fleet.waits("quiet"))
        .hasSizeGreaterThan(18)
        .allMatch(wait -> wait < 25 * aCall * 1_000);
  }

  @ParameterizedTest
  @ValueSource(longs = {QUOTA, QUOTA / 10})
  void whoIsAloneLosesNothing(long quota) {
    SimulatedBedrock bedrock = SimulatedBedrock.ofTokens(Window.Kind.BUCKET, quota, Demand.CHAT, 0);
    Setup setup = new Setup(known(quota), Demand.CHAT, 5, 10, 0, 0, 0, 0);
    SimulatedFleet fleet = new SimulatedFleet(setup, table, bedrock, 7);
    long start = fleet.now();
    fleet.sendOf("alone", 1_000);

    fleet.run(LONG);

    assertThat(bedrock.settledSince(start) / (10.0 * quota)).isGreaterThan(0.97);
  }

  @ParameterizedTest
  @EnumSource
  void twoRequestsAMinuteAreTwo(Window.Kind kind) {
    QuotaSettings settings = new QuotaSettings(0, 2, QUOTA, 5, 5, Duration.ofSeconds(30));
    SimulatedBedrock bedrock = SimulatedBedrock.ofRequests(kind, 2, 11_000_000);
    SimulatedFleet fleet = fleet(settings, bedrock);

    fleet.run(LONG);

    assertThat(bedrock.rejections()).isZero();
    assertThat(bedrock.mostCalls()).isEqualTo(2);
    assertThat(fleet.answered()).isGreaterThanOrEqualTo(19);
    // The rate is not searched for while hardly any of it is in use.
    assertThat(table.get(QuotaField.USED)).isLessThan(30 * SimulatedFleet.SECOND);
  }

  private void assertFound(Window.Kind kind, long start) {
    SimulatedBedrock bedrock = bedrock(kind);
    SimulatedFleet fleet = fleet(unknown(start), bedrock);
    fleet.run(LONG.minus(LATE));
    long late = fleet.now();

    fleet.run(LATE);

    assertThat(bedrock.settledSince(late) / (4.0 * QUOTA)).isGreaterThan(0.85);
    assertThat(bedrock.waste()).isLessThan(0.07);
  }

  private SimulatedFleet fleet(QuotaSettings settings, SimulatedBedrock bedrock) {
    SimulatedFleet fleet = new SimulatedFleet(Setup.calm(settings, Demand.CHAT), table, bedrock, 7);
    fleet.send(3_000);
    return fleet;
  }

  private static SimulatedBedrock bedrock(Window.Kind kind) {
    return SimulatedBedrock.ofTokens(kind, QUOTA, Demand.CHAT, 17_000_000);
  }

  private static QuotaSettings known(long tokens) {
    return new QuotaSettings(tokens, 0, 1, 5, 5, Duration.ofSeconds(30));
  }

  private static QuotaSettings unknown(long start) {
    return new QuotaSettings(0, 0, start, 5, 5, Duration.ofSeconds(30));
  }
}

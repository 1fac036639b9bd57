package navigator.inference.quota;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import navigator.inference.VirtualClock;
import navigator.inference.simulation.SimulatedTable;
import org.junit.jupiter.api.Test;

class QuotaGovernorTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** A second's worth of the quota. */
  private static final CallCost COST = new CallCost(990, 0, Duration.ofSeconds(4));

  private static final QuotaSettings KNOWN =
      new QuotaSettings(60_000, 0, 1, 5, 5, Duration.ofSeconds(30));

  private static final QuotaSettings UNKNOWN =
      new QuotaSettings(0, 0, 60_000, 5, 5, Duration.ofSeconds(30));

  private final VirtualClock clock = new VirtualClock(Instant.parse("2026-03-01T09:00:00Z"));
  private final Instant start = clock.instant();
  private final AtomicBoolean away = new AtomicBoolean();
  private final SimulatedTable table = new SimulatedTable(away::get, () -> false);
  private final QuotaGovernor governor = governor(KNOWN);

  @Test
  void theFirstCallGoesAtOnceAndTheNextOnesOneAfterAnother() {
    assertThat(granted().at()).isEqualTo(start);
    assertThat(granted().at()).isEqualTo(start.plusSeconds(1));
    assertThat(granted().at()).isEqualTo(start.plusSeconds(2));
  }

  @Test
  void anotherEnvironmentTakesTheNextSlot() {
    granted();

    assertThat(granted(governor(KNOWN)).at()).isEqualTo(start.plusSeconds(1));
  }

  @Test
  void timeThatNobodyUsedIsNotMadeUpFor() {
    granted();
    clock.advance(Duration.ofMinutes(5));

    assertThat(granted().at()).isEqualTo(start.plusSeconds(300));
    assertThat(granted().at()).isEqualTo(start.plusSeconds(301));
  }

  @Test
  void whoCannotWaitSoLongIsToldATimeOfItsOwn() {
    fill();

    List<Instant> times = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      times.add(later());
    }

    assertThat(times).doesNotHaveDuplicates().allMatch(start::isBefore);
  }

  @Test
  void whoeverIsSentAwayComesBackAtThePaceOfTheCallsBeforeIt() {
    CallCost large = new CallCost(10 * COST.settled(), 0, COST.latency());
    fill();

    Instant first = later(large);

    assertThat(later(large)).isEqualTo(first.plusSeconds(1));
  }

  @Test
  void aFirstWriteWhoseAnswerIsLateIsTriedAgainBeforeAnybodyCallsAlone() {
    AtomicInteger slow = new AtomicInteger(1);
    SimulatedTable cold = new SimulatedTable(() -> slow.getAndDecrement() > 0, () -> false);
    QuotaGovernor first = new QuotaGovernor(cold, KNOWN, Tempo.REAL, clock);

    assertThat(granted(first).kind()).isEqualTo(Slot.Kind.PACED);
  }

  @Test
  void whatACallTookMoreIsChargedWithTheNext() {
    Slot slot = granted();
    governor.answered(slot, 2 * COST.settled());
    granted();

    assertThat(granted().at()).isEqualTo(start.plusSeconds(3));
  }

  @Test
  void whatACallDidNotTakeIsGivenToTheNext() {
    governor.answered(granted(), COST.settled() / 2);
    granted();

    assertThat(granted().at()).isEqualTo(start.plusMillis(1500));
  }

  @Test
  void aCallIsSettledOnce() {
    Slot slot = granted();
    governor.answered(slot, 2 * COST.settled());
    governor.answered(slot, 2 * COST.settled());
    granted();

    assertThat(granted().at()).isEqualTo(start.plusSeconds(3));
  }

  @Test
  void theCreditOfAQuietTimeIsNoBurst() {
    for (int i = 0; i < 10; i++) {
      governor.answered(granted(), 0);
    }
    clock.advance(Duration.ofMinutes(1));

    Instant first = granted().at();
    for (int i = 0; i < 8; i++) {
      granted();
    }

    assertThat(granted().at()).isAfter(first.plusSeconds(7));
  }

  @Test
  void aThrottleClosesTheGateForAllAndOneFindsOutWhenToOpenIt() {
    QuotaGovernor other = governor(KNOWN);
    Slot waiting = granted(other);
    governor.throttled(granted(), Throttle.MINUTE);
    clock.advance(Duration.ofSeconds(2));

    assertThat(other.stands(waiting)).isFalse();
    assertThat(granted().at()).isEqualTo(clock.instant());
    assertThat(other.reserve(COST, PATIENCE)).isInstanceOf(Reservation.Later.class);
  }

  @Test
  void whatIsThrottledIsTheRateOfNowAndNotOfSlotsThatAreYetToBegin() {
    QuotaGovernor searching =
        governor(new QuotaSettings(0, 0, 60_000, 5, 5, Duration.ofSeconds(30)));
    Slot first = granted(searching);
    while (table.get(QuotaField.TAT) < Micros.of(start.plusSeconds(15))) {
      granted(searching);
    }

    searching.throttled(first, Throttle.MINUTE);

    assertThat(table.get(QuotaField.THROTTLED_RATE)).isEqualTo(60_000);
  }

  @Test
  void aThrottleOfAnEpisodeThatIsOverChangesNothing() {
    Slot first = granted();
    Slot second = granted();
    governor.throttled(first, Throttle.MINUTE);
    probeSuccessfully(governor);
    long episode = table.get(QuotaField.EPISODE);

    governor.throttled(second, Throttle.MINUTE);

    assertThat(table.get(QuotaField.CLOSED)).isZero();
    assertThat(table.get(QuotaField.EPISODE)).isEqualTo(episode);
  }

  @Test
  void aProbeOfWhichNothingIsHeardOpensTheGate() {
    governor.throttled(granted(), Throttle.MINUTE);
    clock.advance(Duration.ofSeconds(1));
    granted();
    clock.advance(Duration.ofMillis(1_100));

    granted(governor(KNOWN));

    assertThat(table.get(QuotaField.CLOSED)).isZero();
  }

  @Test
  void aProbeThatFailedIsFollowedByALongerWait() {
    governor.throttled(granted(), Throttle.MINUTE);
    List<Duration> waits = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      clock.advance(Duration.between(clock.instant(), nextProbe()));
      governor.throttled(granted(), Throttle.MINUTE);
      waits.add(Duration.between(clock.instant(), nextProbe()));
    }

    assertThat(waits).extracting(Duration::toSeconds).containsExactly(2L, 4L, 8L, 10L, 10L, 10L);
  }

  @Test
  void thePaceOfAKnownQuotaFallsByAFifthAtMost() {
    governor.throttled(granted(), Throttle.MINUTE);
    probeSuccessfully(governor);

    assertThat(table.get(QuotaField.HELD)).isEqualTo(59_400 / 5 * 4);
  }

  @Test
  void anyOtherPaceFallsByHalfAtMost() {
    QuotaGovernor searching = governor(UNKNOWN);
    searching.throttled(granted(searching), Throttle.MINUTE);
    probeSuccessfully(searching);

    assertThat(table.get(QuotaField.HELD)).isEqualTo(60_000 / 2);
  }

  @Test
  void aDailyQuotaIsWaitedForAndLowersNothing() {
    governor.throttled(granted(), Throttle.DAY);

    assertThat(later()).isAfterOrEqualTo(start.plusSeconds(900));
    clock.advance(Duration.ofMinutes(15));
    governor.answered(granted(), COST.settled());
    assertThat(table.get(QuotaField.BASE)).isEqualTo(59_400);
  }

  @Test
  void whatIsNoMatterOfTheQuotaClosesNoGate() {
    governor.throttled(granted(), Throttle.OTHER);
    governor.failed(granted());

    assertThat(table.get(QuotaField.CLOSED)).isZero();
  }

  @Test
  void otherSettingsBeginAnew() {
    governor.throttled(granted(), Throttle.MINUTE);
    QuotaSettings doubled = new QuotaSettings(120_000, 0, 1, 5, 5, Duration.ofSeconds(30));

    granted(governor(doubled));

    assertThat(table.get(QuotaField.BASE)).isEqualTo(118_800);
    assertThat(table.get(QuotaField.CLOSED)).isZero();
  }

  @Test
  void withoutTheTableAnEnvironmentKeepsHalfItsShareForAMinute() {
    granted();
    away.set(true);
    Slot alone = granted();

    assertThat(alone.at()).isEqualTo(start.plusSeconds(1));
    assertThat(granted().at()).isEqualTo(alone.at().plusSeconds(10));
    clock.advance(Duration.ofSeconds(61));
    assertThat(later()).isAfter(clock.instant());
  }

  @Test
  void withoutTheTableFromTheBeginningNobodyCallsUnpaced() {
    away.set(true);
    granted();

    assertThat(granted().at()).isEqualTo(start.plusSeconds(10));
    clock.advance(Duration.ofSeconds(61));
    assertThat(List.of(later(), later())).doesNotHaveDuplicates();
  }

  @Test
  void howeverManyAreSentAwayWithoutTheTableNobodyIsSentAwayForLong() {
    granted();
    away.set(true);
    clock.advance(Duration.ofSeconds(61));

    for (int i = 0; i < 100; i++) {
      assertThat(later()).isBefore(clock.instant().plusSeconds(180));
    }
  }

  @Test
  void aModelThatAnswersOthersMeanwhileIsSlowAndNotDown() {
    Instant begun = clock.instant();
    List<Slot> slow = List.of(granted(), granted(), granted());
    Slot other = granted();
    clock.advance(Duration.ofSeconds(10));
    governor.answered(other, COST.settled());
    clock.advance(Duration.ofSeconds(20));

    slow.forEach(slot -> governor.unavailable(slot, begun));
    assertThat(governor.down()).isFalse();

    Instant later = clock.instant();
    List.of(granted(), granted(), granted()).forEach(slot -> governor.unavailable(slot, later));
    assertThat(governor.down()).isTrue();
  }

  @Test
  void aLostStartIsFoundByTheNextTry() {
    away.set(true);
    granted();
    away.set(false);

    granted();

    assertThat(table.get(QuotaField.EPISODE)).isEqualTo(1);
  }

  private void fill() {
    for (int i = 0; i <= 20; i++) {
      granted();
    }
  }

  private void probeSuccessfully(QuotaGovernor prober) {
    clock.advance(Duration.ofSeconds(1));
    prober.answered(granted(prober), COST.settled());
  }

  private Instant nextProbe() {
    return Micros.instant(table.get(QuotaField.PROBE_UNTIL));
  }

  private Slot granted() {
    return granted(governor);
  }

  private static Slot granted(QuotaGovernor governor) {
    Reservation reservation = governor.reserve(COST, PATIENCE);
    assertThat(reservation).isInstanceOf(Reservation.Granted.class);
    return ((Reservation.Granted) reservation).slot();
  }

  private Instant later() {
    return later(COST);
  }

  private Instant later(CallCost cost) {
    Reservation reservation = governor.reserve(cost, PATIENCE);
    assertThat(reservation).isInstanceOf(Reservation.Later.class);
    return ((Reservation.Later) reservation).until();
  }

  private QuotaGovernor governor(QuotaSettings settings) {
    return new QuotaGovernor(table, settings, Tempo.REAL, clock);
  }
}

package navigator.inference.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a throttle, or a model that fails, does to all. */
class QuotaGateTest extends GovernedTable {

  @Test
  void aThrottleClosesTheGateForAllAndOneFindsOutWhenToOpenIt() {
    QuotaGovernor other = governor(KNOWN);
    Slot waiting = granted(other);
    governor.throttled(granted(), Throttle.MINUTE);
    clock.advance(Duration.ofSeconds(2));

    assertThat(other.stands(waiting)).isFalse();
    assertThat(granted().at()).isEqualTo(clock.instant());
    assertThat(other.reserve(COST, Priority.NORMAL, PATIENCE))
        .isInstanceOf(Reservation.Later.class);
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
  void afterAThrottleTheAverageSlotIsOfTheNewPace() {
    QuotaGovernor searching = governor(UNKNOWN);
    Slot first = granted(searching);
    while (table.get(QuotaField.TAT) < Micros.of(start.plusSeconds(15))) {
      granted(searching);
    }
    searching.throttled(first, Throttle.MINUTE);

    probeSuccessfully(searching);

    long length = COST.charge() * 60_000_000 / table.get(QuotaField.BASE);
    assertThat(table.get(QuotaField.SLOT)).isCloseTo(length, withinPercentage(25));
  }

  @Test
  void aCallThatWasThrottledUsedNothingOnce() {
    Slot first = granted();
    governor.answered(first, COST.settled());
    clock.advance(Duration.ofSeconds(1));
    Slot second = granted();
    granted();
    long used = COST.charge();

    governor.throttled(second, Throttle.MINUTE);

    assertThat(table.get(QuotaField.GRANTED)).isEqualTo(used);
  }

  @Test
  void aCallOfAModelThatIsDownUsedNothingEither() {
    Slot slow = granted();
    governor.unavailable(slow, start);
    governor.unavailable(granted(), start);
    clock.advance(Duration.ofSeconds(30));
    governor.unavailable(granted(), clock.instant());

    assertThat(table.get(QuotaField.CLOSED)).isEqualTo(GateState.OUTAGE.code());
    assertThat(table.get(QuotaField.GRANTED)).isEqualTo(2 * COST.charge());
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
  void theFullPaceOfAKnownQuotaFallsByATwentiethAtMost() {
    governor.throttled(granted(), Throttle.MINUTE);
    probeSuccessfully(governor);

    assertThat(table.get(QuotaField.HELD)).isEqualTo(59_400 / 20 * 19);
  }

  @Test
  void aLesserPaceOfAKnownQuotaFallsByAFifthAtMost() {
    governor.throttled(granted(), Throttle.MINUTE);
    probeSuccessfully(governor);
    governor.throttled(granted(), Throttle.MINUTE);
    long throttled = table.get(QuotaField.THROTTLED_RATE);
    probeSuccessfully(governor);

    assertThat(table.get(QuotaField.HELD)).isEqualTo((long) (throttled * 0.8));
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
  void anOutageIsProbedEveryTenSecondsHoweverLongItLasts() {
    closeDown();
    for (int i = 0; i < 20; i++) {
      clock.advance(Duration.between(clock.instant(), nextProbe()));
      governor.failed(granted());
      assertThat(nextProbe()).isBeforeOrEqualTo(clock.instant().plusSeconds(10));
    }
  }

  @Test
  void whoComesWhileAModelIsProbedComesBackBeforeAProbeMustHaveEnded() {
    closeDown();
    clock.advance(Duration.ofSeconds(1));
    granted();

    assertThat(later()).isBefore(clock.instant().plusSeconds(11));
  }

  @Test
  void aProbeThatFoundOutNothingIsFollowedAtOnceByAnother() {
    closeDown();
    clock.advance(Duration.ofSeconds(1));
    governor.foundOutNothing(granted());

    assertThat(granted().probes()).isTrue();
    assertThat(governor.down()).isTrue();
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

    closeDown();
    assertThat(governor.down()).isTrue();
  }

  private void closeDown() {
    Instant begun = clock.instant();
    List.of(granted(), granted(), granted()).forEach(slot -> governor.unavailable(slot, begun));
  }
}

package navigator.inference.quota;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A pace of six calls a minute: what one takes matters to the next. */
class SlowPaceTest extends GovernedTable {

  private static final Duration SLOT = Duration.ofSeconds(10);
  private static final QuotaSettings SLOW =
      new QuotaSettings(6_000, 0, 1, 5, 2, Duration.ofSeconds(30));

  private final QuotaGovernor slow = governor(SLOW);
  private final QuotaGovernor other = governor(SLOW);
  private Slot first;

  @BeforeEach
  void take() {
    first = granted(slow);
  }

  @Test
  void aSlotIsHandedOutWhenItIsNear() {
    assertThat(other.reserve(COST, Priority.NORMAL, PATIENCE))
        .isEqualTo(new Reservation.Soon(start.plusSeconds(1)));

    clock.advance(SLOT.minusSeconds(1));

    assertThat(granted(other).at()).isEqualTo(start.plus(SLOT));
  }

  @Test
  void whoHasLetOthersGoFirstTakesNoneBeforeItsTime() {
    clock.advance(SLOT.minusMillis(500));

    assertThat(other.reserve(COST, Priority.LOW, PATIENCE))
        .isEqualTo(new Reservation.Soon(start.plus(SLOT)));

    clock.advance(Duration.ofMillis(500));
    assertThat(other.reserve(COST, Priority.LOW, PATIENCE)).isInstanceOf(Reservation.Granted.class);
  }

  @Test
  void twoWhoAskForTheSameSlotDoNotGetTwo() {
    clock.advance(SLOT.minusMillis(1_300));
    assertThat(other.reserve(COST, Priority.NORMAL, PATIENCE)).isInstanceOf(Reservation.Soon.class);
    clock.advance(Duration.ofMillis(400));
    assertThat(granted(slow).at()).isEqualTo(start.plus(SLOT));

    assertThat(other.reserve(COST, Priority.NORMAL, PATIENCE)).isInstanceOf(Reservation.Soon.class);
  }

  @Test
  void whoWaitsForASecondAtMostTakesWhatNobodyElseTook() {
    clock.advance(SLOT.minusMillis(500));
    assertThat(other.reserve(COST, Priority.NORMAL, Duration.ofSeconds(1)))
        .isInstanceOf(Reservation.Later.class);

    clock.advance(Duration.ofMillis(500));

    assertThat(other.reserve(COST, Priority.NORMAL, Duration.ofSeconds(1)))
        .isInstanceOf(Reservation.Granted.class);
  }

  @Test
  void whoHasNoPatienceForItIsSentAway() {
    assertThat(other.reserve(COST, Priority.NORMAL, SLOT.minusSeconds(1)))
        .isInstanceOf(Reservation.Later.class);
  }

  @Test
  void whatACallTookMoreMovesTheNextOneOfAnyEnvironment() {
    assertThat(other.reserve(COST, Priority.NORMAL, PATIENCE)).isInstanceOf(Reservation.Soon.class);
    clock.advance(Duration.ofSeconds(4));
    slow.answered(first, COST.settled() * 3 / 2);
    clock.advance(Duration.ofSeconds(6));

    assertThat(other.reserve(COST, Priority.NORMAL, PATIENCE)).isInstanceOf(Reservation.Soon.class);

    clock.advance(Duration.ofSeconds(4));
    assertThat(granted(other).at()).isEqualTo(start.plus(SLOT.multipliedBy(3).dividedBy(2)));
  }

  @Test
  void whatACallTookLessMovesItToo() {
    assertThat(other.reserve(COST, Priority.NORMAL, PATIENCE)).isInstanceOf(Reservation.Soon.class);
    clock.advance(Duration.ofSeconds(4));
    slow.answered(first, COST.settled() / 2);

    assertThat(granted(other).at()).isEqualTo(start.plus(SLOT.dividedBy(2)));
  }

  @Test
  void aCallThatBeganLateMovesIt() {
    clock.advance(Duration.ofSeconds(3));
    assertThat(slow.stands(first)).isTrue();
    slow.answered(first, COST.settled());

    assertThat(next()).isEqualTo(start.plus(SLOT).plusSeconds(3));
  }

  @Test
  void whatAProbeDidNotTakeIsNotGivenToAnybody() {
    slow.throttled(first, Throttle.MINUTE);
    clock.advance(Duration.ofSeconds(1));
    slow.answered(granted(slow), COST.settled() / 2);
    Instant before = next();
    clock.advance(Duration.between(clock.instant(), before));
    granted(slow);

    assertThat(Duration.between(before, next())).isGreaterThanOrEqualTo(SLOT);
  }

  @Test
  void whatACallTookIsSettledOnce() {
    slow.answered(first, COST.settled() / 2);
    slow.answered(first, COST.settled() / 2);

    assertThat(next()).isEqualTo(start.plus(SLOT.dividedBy(2)));
  }

  @Test
  void aDebtThatCannotBeWrittenIsOwed() {
    away.set(true);
    slow.answered(first, COST.settled() * 2);
    away.set(false);
    clock.advance(SLOT);
    granted(slow);

    assertThat(next()).isEqualTo(start.plus(SLOT.multipliedBy(3)));
  }

  @Test
  void aDebtOfAnEarlierPaceIsOwed() {
    clock.advance(SLOT);
    other.throttled(granted(other), Throttle.MINUTE);
    slow.answered(first, COST.settled() * 2);
    probeSuccessfully(other);
    Instant before = next();
    clock.advance(Duration.between(clock.instant(), before));

    granted(slow);

    assertThat(Duration.between(before, next())).isGreaterThan(SLOT.multipliedBy(2));
  }

  @Test
  void whatCallsTakeIsLearnedForTheEstimates() {
    long before = table.get(QuotaField.SLOT);

    slow.answered(first, COST.settled() / 2);

    assertThat(table.get(QuotaField.SLOT)).isLessThan(before);
  }

  @Test
  void whatCannotBeGivenBackIsLost() {
    away.set(true);
    slow.answered(first, COST.settled() / 2);
    away.set(false);
    clock.advance(SLOT);
    granted(slow);

    assertThat(next()).isEqualTo(start.plus(SLOT.multipliedBy(2)));
  }

  @Test
  void aPaceThatWasMadeAnewIsNotMovedByACallOfTheOldOne() {
    slow.throttled(first, Throttle.MINUTE);
    probeSuccessfully(slow);
    Instant before = next();

    Slot stale = new Slot(0, 0, first.episode(), COST, Slot.Kind.PACED);
    slow.answered(stale, COST.settled() * 2);

    assertThat(next()).isEqualTo(before);
  }

  private Instant next() {
    return Micros.instant(table.get(QuotaField.TAT));
  }
}

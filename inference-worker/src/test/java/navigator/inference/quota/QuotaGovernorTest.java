package navigator.inference.quota;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import navigator.inference.simulation.SimulatedTable;
import org.junit.jupiter.api.Test;

/** Slots, one after another, and what is known without the table. */
class QuotaGovernorTest extends GovernedTable {

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
  void aLostStartIsFoundByTheNextTry() {
    away.set(true);
    granted();
    away.set(false);

    granted();

    assertThat(table.get(QuotaField.EPISODE)).isEqualTo(1);
  }
}

package navigator.inference.quota;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A pace of sixty calls a minute that not all wait for alike. */
class LettingOthersGoFirstTest extends GovernedTable {

  @Test
  void theNearerTheSlotTheMoreTakeIt() {
    take(5);

    assertThat(ask(Priority.LOWEST)).isInstanceOf(Reservation.Later.class);
    assertThat(ask(Priority.LOW)).isInstanceOf(Reservation.Granted.class);

    take(5);

    assertThat(ask(Priority.LOW)).isInstanceOf(Reservation.Later.class);
    assertThat(ask(Priority.NORMAL)).isInstanceOf(Reservation.Granted.class);
  }

  @Test
  void theyComeBackOneByOneALittleEarlierThanASlotTakes() {
    take(15);

    List<Instant> times = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      times.add(until(Priority.LOWEST));
    }

    for (int i = 1; i < times.size(); i++) {
      assertThat(Duration.between(times.get(i - 1), times.get(i)))
          .isBetween(Duration.ofMillis(850), Duration.ofMillis(950));
    }
  }

  @Test
  void thoseWhoWaitLikeEverybodyComeBackNoLaterForThat() {
    fill();
    Instant before = until(Priority.NORMAL);
    for (int i = 0; i < 100; i++) {
      until(Priority.LOW);
    }

    assertThat(Duration.between(before, until(Priority.NORMAL))).isLessThan(Duration.ofSeconds(2));
  }

  @Test
  void theyGoRoundHoweverManyTheyAre() {
    take(15);

    for (int i = 0; i < 1_000; i++) {
      assertThat(until(Priority.LOWEST)).isBefore(start.plus(Duration.ofMinutes(6)));
    }
  }

  private void take(int slots) {
    for (int i = 0; i < slots; i++) {
      granted();
    }
  }

  private Reservation ask(Priority priority) {
    return governor.reserve(COST, priority, PATIENCE);
  }

  private Instant until(Priority priority) {
    Reservation reservation = ask(priority);
    assertThat(reservation).isInstanceOf(Reservation.Later.class);
    return ((Reservation.Later) reservation).until();
  }
}

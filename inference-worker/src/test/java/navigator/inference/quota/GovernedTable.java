package navigator.inference.quota;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import navigator.inference.VirtualClock;
import navigator.inference.simulation.SimulatedTable;

/** A table, and a governor of a known quota that it holds the pace of. */
abstract class GovernedTable {

  static final Duration PATIENCE = Duration.ofSeconds(20);

  /** A second's worth of the quota. */
  static final CallCost COST = new CallCost(990, 0, Duration.ofSeconds(4));

  static final QuotaSettings KNOWN = new QuotaSettings(60_000, 0, 1, 5, 5, Duration.ofSeconds(30));

  static final QuotaSettings UNKNOWN =
      new QuotaSettings(0, 0, 60_000, 5, 5, Duration.ofSeconds(30));

  final VirtualClock clock = new VirtualClock(Instant.parse("2026-03-01T09:00:00Z"));
  final Instant start = clock.instant();
  final AtomicBoolean away = new AtomicBoolean();
  final SimulatedTable table = new SimulatedTable(away::get, () -> false);
  final QuotaGovernor governor = governor(KNOWN);

  void fill() {
    for (int i = 0; i <= 20; i++) {
      granted();
    }
  }

  void probeSuccessfully(QuotaGovernor prober) {
    clock.advance(Duration.ofSeconds(1));
    prober.answered(granted(prober), COST.settled());
  }

  Instant nextProbe() {
    return Micros.instant(table.get(QuotaField.PROBE_UNTIL));
  }

  Slot granted() {
    return granted(governor);
  }

  static Slot granted(QuotaGovernor governor) {
    Reservation reservation = governor.reserve(COST, Priority.NORMAL, PATIENCE);
    assertThat(reservation).isInstanceOf(Reservation.Granted.class);
    return ((Reservation.Granted) reservation).slot();
  }

  Instant later() {
    return later(COST);
  }

  Instant later(CallCost cost) {
    Reservation reservation = governor.reserve(cost, Priority.NORMAL, PATIENCE);
    assertThat(reservation).isInstanceOf(Reservation.Later.class);
    return ((Reservation.Later) reservation).until();
  }

  QuotaGovernor governor(QuotaSettings settings) {
    return new QuotaGovernor(table, settings, Tempo.REAL, clock);
  }
}

package navigator.inference.quota;

import static navigator.inference.quota.SimulatedFleet.SECOND;

import java.time.Duration;
import navigator.inference.quota.SimulatedBedrock.Admission;

/** One environment of a simulated fleet: it does what the worker does with its governor. */
final class SimulatedEnvironment {

  private static final long PATIENCE = 20 * SECOND;

  private final SimulatedFleet fleet;
  private final QuotaGovernor governor;
  private final long skew;
  private int atWork;

  SimulatedEnvironment(SimulatedFleet fleet, QuotaTable table, long skew) {
    this.fleet = fleet;
    this.skew = skew;
    this.governor =
        new QuotaGovernor(
            table, fleet.setup().settings(), Tempo.REAL, () -> Micros.instant(fleet.now() + skew));
  }

  // A batch is received when all of the one before has ended, as by an event source mapping.
  void receive() {
    while (atWork < fleet.setup().batch() && fleet.receive()) {
      atWork++;
      long patientUntil = fleet.now() + PATIENCE;
      fleet.at(fleet.now(), () -> reserve(patientUntil));
    }
    if (atWork == 0) {
      fleet.at(fleet.now() + SECOND / 10, this::receive);
    }
  }

  private void ended() {
    atWork--;
    if (atWork == 0) {
      fleet.at(fleet.now() + SECOND / 50, this::receive);
    }
  }

  private void reserve(long patientUntil) {
    CallCost cost = fleet.setup().demand().cost(fleet.setup().settings().burndown());
    long left = Math.max(0, patientUntil - fleet.now());
    switch (governor.reserve(cost, Duration.ofMillis(left / 1000))) {
      case Reservation.Granted(Slot slot) ->
          fleet.at(wakeUp(Micros.of(slot.at())), () -> call(slot, patientUntil));
      case Reservation.Later(var until) -> {
        long back = wakeUp(Micros.of(until));
        if (back <= patientUntil) {
          fleet.at(back, () -> reserve(patientUntil));
        } else {
          fleet.putBack(back);
          ended();
        }
      }
    }
  }

  private long wakeUp(long byItsClock) {
    long delay = fleet.random().nextLong(fleet.setup().delay() + 1);
    return Math.max(fleet.now(), byItsClock - skew) + delay;
  }

  private void call(Slot slot, long patientUntil) {
    if (!governor.stands(slot)) {
      reserve(patientUntil);
    } else if (fleet.happens(fleet.setup().faults())) {
      governor.failed(slot);
      fleet.at(fleet.now() + SECOND, () -> reserve(patientUntil));
    } else {
      ask(slot, patientUntil);
    }
  }

  private void ask(Slot slot, long patientUntil) {
    Demand demand = fleet.setup().demand();
    long settled = demand.settled(fleet.setup().settings().burndown(), fleet.random());
    Admission admission = fleet.bedrock().admit(fleet.now(), demand.reserved(), settled);
    if (admission == null) {
      fleet.at(
          fleet.now() + SECOND / 20,
          () -> {
            governor.throttled(slot, Throttle.MINUTE);
            reserve(patientUntil);
          });
      return;
    }
    boolean crashed = fleet.happens(fleet.setup().crashes());
    fleet.at(fleet.now() + demand.micros(fleet.random()), () -> end(slot, admission, crashed));
  }

  private void end(Slot slot, Admission admission, boolean crashed) {
    fleet.bedrock().settle(fleet.now(), admission);
    if (crashed) {
      fleet.putBack(fleet.now() + 90 * SECOND);
    } else {
      governor.answered(slot, admission.settled());
      fleet.answer();
    }
    ended();
  }
}

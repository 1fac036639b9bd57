package navigator.inference.simulation;

import static navigator.inference.simulation.SimulatedFleet.SECOND;

import navigator.inference.quota.Priority;
import navigator.inference.quota.Reservation;
import navigator.inference.quota.Slot;
import navigator.inference.quota.Throttle;
import navigator.inference.simulation.SimulatedBedrock.Admission;

/** One delivery to an environment: it does what the worker does with its governor. */
final class SimulatedDelivery {

  /** How long after its start an invocation may still begin a call: 60 s less 40 s. */
  static final long LATEST_CALL = 20 * SECOND;

  private static final int MAX_ATTEMPTS = 5;

  private final SimulatedFleet fleet;
  private final SimulatedEnvironment environment;
  private final SimulatedQueue.Message message;
  private final int before;
  private final Priority priority;
  private boolean probedInVain;

  SimulatedDelivery(
      SimulatedFleet fleet, SimulatedEnvironment environment, SimulatedQueue.Message message) {
    this.fleet = fleet;
    this.environment = environment;
    this.message = message;
    this.before = message.attempts();
    this.priority = environment.priority(message);
  }

  void begin() {
    long now = fleet.now();
    if (now >= message.deadline()) {
      giveUp();
    } else if (now > environment.startedAt() + LATEST_CALL) {
      defer(now);
    } else {
      switch (environment.reserve(priority, message.deadline())) {
        case Reservation.Granted(Slot slot) -> granted(slot);
        case Reservation.Soon(var again) -> soon(environment.time(again));
        case Reservation.Later(var until, var closed) -> later(environment.time(until), closed);
      }
    }
  }

  private void granted(Slot slot) {
    long time = environment.time(slot.at());
    if (environment.mayWait(time, message.deadline())) {
      fleet.at(wakeUp(time), () -> call(slot));
    } else {
      environment.governor().failed(slot);
      defer(fleet.now());
    }
  }

  private void soon(long again) {
    if (environment.mayWait(again, message.deadline())) {
      fleet.at(wakeUp(again), this::begin);
    } else {
      defer(again);
    }
  }

  private void later(long until, boolean closed) {
    if (closed
        && priority != Priority.LOWEST
        && !environment.governor().down()
        && environment.mayWait(until, message.deadline())) {
      fleet.at(wakeUp(until), this::begin);
    } else {
      defer(until);
    }
  }

  private long wakeUp(long time) {
    return Math.max(fleet.now(), time) + fleet.random().nextLong(fleet.setup().delay() + 1);
  }

  private void call(Slot slot) {
    if (!environment.governor().stands(slot)) {
      begin();
    } else if (fleet.happens(fleet.setup().faults())) {
      environment.governor().failed(slot);
      fleet.at(fleet.now() + SECOND, this::begin);
    } else if (fleet.bedrock().fails(fleet.now())) {
      fleet.at(fleet.now() + SECOND, () -> failed(slot));
    } else {
      ask(slot);
    }
  }

  private void ask(Slot slot) {
    Demand demand = fleet.setup().demand();
    long settled = demand.settled(fleet.setup().settings().burndown(), fleet.random());
    Admission admission = fleet.bedrock().admit(fleet.now(), demand.reserved(), settled);
    if (admission == null) {
      fleet.at(
          fleet.now() + SECOND / 20,
          () -> {
            environment.governor().throttled(slot, Throttle.MINUTE);
            begin();
          });
      return;
    }
    boolean crashed = fleet.happens(fleet.setup().crashes());
    fleet.at(fleet.now() + demand.micros(fleet.random()), () -> answered(slot, admission, crashed));
  }

  // As if the model were down, if it is the first call of a delivery.
  private void failed(Slot slot) {
    if (message.attempts() == before) {
      environment.governor().unavailable(slot, environment.clock(fleet.now() - SECOND));
    } else {
      environment.governor().failed(slot);
    }
    if (slot.probes()) {
      probedInVain = true;
      begin();
    } else if (message.failed() >= MAX_ATTEMPTS) {
      giveUp();
    } else {
      long next = fleet.now() + environment.backOff(message.attempts());
      if (environment.mayWait(next, message.deadline())) {
        fleet.at(next, this::begin);
      } else {
        defer(next);
      }
    }
  }

  private void answered(Slot slot, Admission admission, boolean crashed) {
    fleet.bedrock().settle(fleet.now(), admission);
    if (crashed) {
      fleet.putBack(message, fleet.now() + 90 * SECOND);
    } else {
      environment.governor().answered(slot, admission.settled());
      fleet.answer(message);
    }
    environment.ended();
  }

  private void giveUp() {
    fleet.giveUp();
    environment.ended();
  }

  // After a probe that failed others come first.
  private void defer(long until) {
    long back = probedInVain ? until + environment.behind(message.receives()) : until;
    fleet.putBack(message, Math.max(fleet.now(), Math.min(back, message.deadline())));
    environment.ended();
  }
}

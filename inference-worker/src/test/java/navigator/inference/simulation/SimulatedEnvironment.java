package navigator.inference.simulation;

import static navigator.inference.simulation.SimulatedFleet.SECOND;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import navigator.inference.BackOff;
import navigator.inference.SharedWait;
import navigator.inference.quota.CallCost;
import navigator.inference.quota.NoisyNeighbors;
import navigator.inference.quota.Priority;
import navigator.inference.quota.QuotaGovernor;
import navigator.inference.quota.QuotaTable;
import navigator.inference.quota.Reservation;
import navigator.inference.quota.Tempo;

/** One environment of a simulated fleet, with its clock, its governor and its batches. */
final class SimulatedEnvironment {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final SimulatedFleet fleet;
  private final LastWriting table;
  private final QuotaGovernor governor;
  private final CallCost cost;
  private final NoisyNeighbors neighbors = new NoisyNeighbors();
  private final BackOff failed;
  private final BackOff throttled;
  private final long skew;
  private SharedWait waiting = new SharedWait(PATIENCE);
  private long startedAt;
  private int atWork;

  SimulatedEnvironment(SimulatedFleet fleet, QuotaTable table, long skew) {
    this.fleet = fleet;
    this.skew = skew;
    this.table = new LastWriting(table);
    this.cost = fleet.setup().demand().cost(fleet.setup().settings().burndown());
    this.failed = new BackOff(Duration.ofSeconds(1), Duration.ofSeconds(30), fleet.random());
    this.throttled = new BackOff(Duration.ofSeconds(2), Duration.ofSeconds(60), fleet.random());
    this.governor =
        new QuotaGovernor(this.table, fleet.setup().settings(), Tempo.REAL, this::clock);
  }

  // A batch is received when all of the one before has ended, as by an event source mapping.
  void receive() {
    waiting = new SharedWait(PATIENCE);
    startedAt = fleet.now();
    while (atWork < fleet.setup().batch()) {
      SimulatedQueue.Message message = fleet.queue().receive(fleet.now());
      if (message == null) {
        break;
      }
      atWork++;
      fleet.at(fleet.now(), new SimulatedDelivery(fleet, this, message)::begin);
    }
    if (atWork == 0) {
      fleet.queue().await(this);
    }
  }

  /** A delivery of the batch came to its end. */
  void ended() {
    atWork--;
    if (atWork == 0) {
      fleet.at(fleet.now() + SECOND / 50, this::receive);
    }
  }

  Reservation reserve(Priority priority, long deadline) {
    Reservation reservation = governor.reserve(cost, priority, patience(deadline));
    if (reservation instanceof Reservation.Granted && table.lost()) {
      fleet.pacedAlone();
    }
    return reservation;
  }

  Priority priority(SimulatedQueue.Message message) {
    return neighbors.delivered(message.user(), message.receives());
  }

  QuotaGovernor governor() {
    return governor;
  }

  /** The wait after so many attempts failed, in microseconds. */
  long backOff(int attempts) {
    return failed.after(attempts).toMillis() * 1000;
  }

  /** How long after others whoever probed in vain comes back, in microseconds. */
  long behind(int receives) {
    return throttled.after(receives).toMillis() * 1000;
  }

  long startedAt() {
    return startedAt;
  }

  /** Its clock's time of the fleet's {@code time}. */
  Instant clock(long time) {
    return Instant.EPOCH.plus(time + skew, ChronoUnit.MICROS);
  }

  /** The fleet's time of its clock's {@code instant}. */
  long time(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant) - skew;
  }

  /** Whether a wait may last until {@code time}; then it is taken from what the batch may wait. */
  boolean mayWait(long time, long deadline) {
    if (time <= fleet.now()) {
      return true;
    }
    Duration wait = Duration.of(time - fleet.now(), ChronoUnit.MICROS);
    return wait.compareTo(patience(deadline)) <= 0 && waiting.tryTake(clock(), wait);
  }

  private Duration patience(long deadline) {
    long latest = Math.min(deadline, startedAt + SimulatedDelivery.LATEST_CALL);
    long shared = time(waiting.latest(clock()));
    return Duration.of(Math.max(0, Math.min(latest, shared) - fleet.now()), ChronoUnit.MICROS);
  }

  private Instant clock() {
    return clock(fleet.now());
  }
}

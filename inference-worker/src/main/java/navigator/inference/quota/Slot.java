package navigator.inference.quota;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;

/** The right to one call from a time on; settled once. Safe for use by many threads. */
public final class Slot {

  private final long at;
  private final long reservedAt;
  private final long episode;
  private final CallCost cost;
  private final Kind kind;
  private final AtomicBoolean unsettled = new AtomicBoolean(true);
  private volatile long begun;

  /** How it was come by. */
  enum Kind {
    /** From the item, in turn. */
    PACED,
    /** Alone, while the table was away. */
    ALONE,
    /** As the one who finds out whether the gate can be opened. */
    PROBE
  }

  Slot(long at, long reservedAt, long episode, CallCost cost, Kind kind) {
    this.at = at;
    this.reservedAt = reservedAt;
    this.episode = episode;
    this.cost = cost;
    this.kind = kind;
    this.begun = at;
  }

  /** Not before then. */
  public Instant at() {
    return Micros.instant(at);
  }

  /** Whether its call finds out if the gate can be opened. */
  public boolean probes() {
    return kind == Kind.PROBE;
  }

  long time() {
    return at;
  }

  long reservedAt() {
    return reservedAt;
  }

  long episode() {
    return episode;
  }

  CallCost cost() {
    return cost;
  }

  Kind kind() {
    return kind;
  }

  /** Its call is made now. */
  void begin(long now) {
    begun = now;
  }

  /** How long after its time its call was made. */
  long late() {
    return Math.max(0, begun - at);
  }

  /** True the first time. */
  boolean settle() {
    return unsettled.getAndSet(false);
  }
}

package navigator.local.bedrock.quota;

/**
 * The tokens that a running call holds. What it will not use is released while it generates, evenly
 * from its first token to its last. Not safe for use by many threads.
 */
public final class Reservation {
  private final Demand demand;
  private final long admittedAt;
  private double released;

  Reservation(Demand demand, long admittedAt) {
    this.demand = demand;
    this.admittedAt = admittedAt;
  }

  /** What was free at its start. */
  public long need() {
    return demand.need();
  }

  long admittedAt() {
    return admittedAt;
  }

  /** What it still holds. */
  double held() {
    return demand.need() - released;
  }

  /** Releases what is due by now, and says how much that is. */
  double release(long now) {
    var due = Math.max(0, demand.need() - demand.cost()) * progress(now - admittedAt) - released;
    if (due <= 0) {
      return 0;
    }
    released += due;
    return due;
  }

  private double progress(long elapsed) {
    if (elapsed >= demand.toLastToken()) {
      return 1;
    }
    var generating = (double) demand.toLastToken() - demand.toFirstToken();
    return Math.max(0, (elapsed - demand.toFirstToken()) / generating);
  }
}

package navigator.inference.quota;

import java.time.Duration;

/** Who goes before whom while slots are scarce. */
public enum Priority {

  /** Waits for its slot as long as it can. */
  NORMAL,

  /**
   * Leaves the nearer slots, and the way back, to others; comes back when its own time has come.
   */
  LOW,

  /** Takes only a slot that hardly anybody waits for. */
  LOWEST;

  /** How long a slot is waited for at most, by whoever could wait for {@code patience}. */
  Duration patience(Duration patience, Tempo tempo) {
    Duration most =
        switch (this) {
          case NORMAL -> patience;
          case LOW -> tempo.yieldingAgain();
          case LOWEST -> tempo.yielding();
        };
    return most.compareTo(patience) < 0 ? most : patience;
  }
}

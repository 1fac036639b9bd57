package navigator.inference.quota;

import java.time.Duration;

/** Who goes before whom while slots are scarce. */
public enum Priority {

  /** Waits for its slot as long as it can. */
  NORMAL,

  /** Takes only the nearer slots, so that others find a farther one. */
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

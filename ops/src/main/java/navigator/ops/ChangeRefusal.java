package navigator.ops;

import java.util.Locale;
import navigator.contracts.table.DeadLetterState;

/** Why a dead letter was left as it is. */
public enum ChangeRefusal {
  /** There is no such letter, or no more. */
  NOT_FOUND,
  /** It is past its time, and about to be deleted. */
  EXPIRED,
  /** It is parked already. */
  PARKED,
  /** A replay has it. */
  REPLAYING,
  /** Its request was answered. */
  RESOLVED,
  /** It is discarded already. */
  DISCARDED;

  static ChangeRefusal of(DeadLetterState state) {
    return switch (state) {
      case PARKED -> PARKED;
      case REPLAYING -> REPLAYING;
      case RESOLVED -> RESOLVED;
      case DISCARDED -> DISCARDED;
    };
  }

  /** As reports name it. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package navigator.contracts.table;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far a replay is. */
public enum ReplayState {
  /** The dead letters that it is about are being written down. */
  MATCHING,
  /** A few are asked first: the rest follows if they are answered. */
  CANARY,
  /** The rest is asked, at its rate. */
  SENDING,
  /** Nothing more is asked; what was asked has not all ended. */
  DRAINING,
  /** All that was matched was asked, and has ended. */
  COMPLETED,
  /** It stopped by itself before that. */
  STOPPED,
  /** It was cancelled before that. */
  CANCELLED;

  /** Whether nothing will change any more. */
  public boolean isEnded() {
    return switch (this) {
      case MATCHING, CANARY, SENDING, DRAINING -> false;
      case COMPLETED, STOPPED, CANCELLED -> true;
    };
  }

  /** As it stands in the table. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The state of that wire name; empty if there is none. */
  public static Optional<ReplayState> ofWireName(String wireName) {
    return Arrays.stream(values()).filter(state -> state.wireName().equals(wireName)).findFirst();
  }
}

package navigator.contracts.table;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why a replay asks nothing more before it has asked all. */
public enum ReplayStop {
  /** One of the first was not answered. */
  CANARY_FAILED,
  /** Too many of the latest were not answered. */
  FAILURE_SHARE,
  /** An operator cancelled it. */
  CANCELLED;

  /** The state that it ends in. */
  public ReplayState end() {
    return this == CANCELLED ? ReplayState.CANCELLED : ReplayState.STOPPED;
  }

  /** As it stands in the table. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The reason of that wire name; empty if there is none. */
  public static Optional<ReplayStop> ofWireName(String wireName) {
    return Arrays.stream(values()).filter(stop -> stop.wireName().equals(wireName)).findFirst();
  }
}

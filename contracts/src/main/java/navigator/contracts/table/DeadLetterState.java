package navigator.contracts.table;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What has been done about a dead letter. */
public enum DeadLetterState {
  /** Nothing yet, or nothing that helped. */
  PARKED,
  /** Its request is asked again. */
  REPLAYING,
  /** Its request was answered after all. */
  RESOLVED,
  /** An operator decided that nothing is to be done; until it expires it can be restored. */
  DISCARDED;

  /** As it stands in the table. */
  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The state of that wire name; empty if there is none. */
  public static Optional<DeadLetterState> ofWireName(String wireName) {
    return Arrays.stream(values()).filter(state -> state.wireName().equals(wireName)).findFirst();
  }
}

package navigator.contracts.table;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a replay has done about one dead letter. */
public enum EntryState {
  /** Nothing yet. */
  MATCHED,
  /** Its request is in a new generation; whether the queue has it is not known. */
  SENDING,
  /** The queue has it. */
  SENT,
  ANSWERED,
  /** It ended without an answer again, and its dead letter is parked. */
  FAILED,
  /** There was nothing to be asked, or nobody to be answered. */
  SKIPPED;

  /** Whether nothing will change any more. */
  public boolean isEnded() {
    return switch (this) {
      case MATCHED, SENDING, SENT -> false;
      case ANSWERED, FAILED, SKIPPED -> true;
    };
  }

  /** As it stands in the table, and as operators see it. */
  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The state of that wire name; empty if there is none. */
  public static Optional<EntryState> ofWireName(String wireName) {
    return Arrays.stream(values()).filter(state -> state.wireName().equals(wireName)).findFirst();
  }
}

package navigator.contracts.table;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why a replay left out what it had matched. */
public enum SkipReason {
  /** Its request has a real answer. */
  ANSWERED_MEANWHILE,
  /** Another replay asks it. */
  REPLAYING_ELSEWHERE,
  /** Another replay asked it, and it failed: that is newer than what was matched. */
  FAILED_ELSEWHERE,
  /** An operator discarded the dead letter. */
  DISCARDED,
  /** Its conversation was deleted. */
  ERASED,
  /** The dead letter does not hold what was asked. */
  NO_ORIGINAL,
  /** Request or dead letter have expired. */
  GONE;

  /** As it stands in the table, and as operators see it. */
  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The reason of that wire name; empty if there is none. */
  public static Optional<SkipReason> ofWireName(String wireName) {
    return Arrays.stream(values()).filter(skip -> skip.wireName().equals(wireName)).findFirst();
  }
}

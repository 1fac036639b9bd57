package navigator.ops;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What operators do that is written down. */
public enum AuditAction {
  DISCARD,
  RESTORE,
  /** Dead letters are read out with what people wrote. */
  EXPORT_TEXT,
  /** One dead letter is looked at with what a person wrote. */
  SHOW_TEXT,
  REPLAY,
  CANCEL_REPLAY,
  /** A queue of what failed is emptied into the one before it. */
  REDRIVE;

  /** As it stands in the table. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The action of that wire name; empty if there is none. */
  public static Optional<AuditAction> ofWireName(String wireName) {
    return Arrays.stream(values()).filter(action -> action.wireName().equals(wireName)).findFirst();
  }
}

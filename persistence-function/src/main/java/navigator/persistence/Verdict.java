package navigator.persistence;

import java.util.Locale;

/** What writing an outcome came to; all but the first left the table as it was. */
public enum Verdict {
  /** Status and reply are what the client sees from now on. */
  PERSISTED,
  /** They already were. */
  ALREADY_PERSISTED,
  /** A later generation is under way, or a real answer stands already. */
  SUPERSEDED,
  /** The request was cancelled before. */
  CANCELLED,
  /** Its conversation was deleted: no text is stored for it. */
  ERASED,
  /** There is no such request, or no more. */
  UNKNOWN;

  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package navigator.inference.quota;

import java.time.Instant;

/** What asking for a part of the quota gave. */
public sealed interface Reservation {

  /** A time to call at. */
  record Granted(Slot slot) implements Reservation {}

  /**
   * Nothing yet: the next slot may come earlier or later than it seems, and is handed out when it
   * is near.
   *
   * @param again when to ask again
   */
  record Soon(Instant again) implements Reservation {}

  /**
   * Nothing, and a time to ask again that nobody else was told.
   *
   * @param closed whether it is not known yet when there are slots again
   */
  record Later(Instant until, boolean closed) implements Reservation {}
}

package navigator.local.gateway;

import java.time.Duration;

/** Something that goes wrong with one call on its way. */
public sealed interface Fault {

  /** When it goes wrong. */
  enum Moment {
    /** The service never sees the call. */
    BEFORE_SERVICE,
    /** The service did what was asked, and its answer is lost. */
    AFTER_SERVICE
  }

  /** Nothing goes wrong. */
  record None() implements Fault {}

  /**
   * The caller gets an error in the service's own form.
   *
   * @param code such as {@code ThrottlingException}
   */
  record ErrorReply(Moment moment, int status, String code, String message) implements Fault {}

  /** The connection closes without an answer. */
  record DroppedConnection(Moment moment) implements Fault {}

  /**
   * The service did what was asked, and the caller dies before it hears of it.
   *
   * @param kill ends the caller
   */
  record DeadCaller(Runnable kill) implements Fault {}

  /** The call or its answer is held back. */
  record Delay(Moment moment, Duration duration) implements Fault {}
}

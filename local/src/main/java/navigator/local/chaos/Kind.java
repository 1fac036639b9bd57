package navigator.local.chaos;

import java.util.Locale;

/** What goes wrong, each with how often it strikes. */
public enum Kind {
  AWS_THROTTLED(0.006),
  AWS_FAILED_BEFORE(0.006),
  AWS_FAILED_AFTER(0.006),
  AWS_CUT_BEFORE(0.004),
  AWS_CUT_AFTER(0.004),
  AWS_SLOW_BEFORE(0.006),
  AWS_SLOW_AFTER(0.006),
  KILLED_AFTER_CALL(0.0003),
  /** By the clock, not by chance of a call. */
  KILLED(0),
  /** A driver of a replay at an operator's terminal. */
  DRIVER_KILLED(0),
  EVENT_DUPLICATED(0.03),
  EVENT_LATE(0.03),
  EVENT_DROPPED(0.03),
  BATCH_DUPLICATED(0.03),
  BATCH_LATE(0.03),
  BATCH_DROPPED(0.01),
  /** Of all model calls; the connection is cut when the answer is already paid. */
  MODEL_CUT(0.01),
  /** By the clock: a quota far below the load, for all. */
  MODEL_SHORT_OF_QUOTA(0),
  /** By the clock: nobody is answered. */
  MODEL_AWAY(0),
  // Of all questions: each has a fate of its own.
  MODEL_FAILED_FOR_A_WHILE(0.1),
  MODEL_REFUSED(0.02),
  MODEL_SPOILT(0.02),
  MODEL_TRUNCATED(0.02),
  MODEL_FAILED_FOR_GOOD(0.01),
  // Of all requests.
  CLIENT_FIRED_AND_FORGOT(0.6),
  CLIENT_OVERTOOK_ITSELF(0.3),
  CLIENT_CANCELLED(0.06),
  CLIENT_READ_ANOTHERS(0.08),
  CLIENT_USED_A_KEY(0.5),
  /** Of all conversations, after the last turn. */
  CLIENT_DELETED(0.03),
  /** Of those with a key: it sent what was accepted once more. */
  CLIENT_REPEATED_ITSELF(0.2),
  /** Whenever a submission got no answer. */
  CLIENT_RETRIED(0);

  private final double rate;

  Kind(double rate) {
    this.rate = rate;
  }

  double rate() {
    return rate;
  }

  /** In words. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}

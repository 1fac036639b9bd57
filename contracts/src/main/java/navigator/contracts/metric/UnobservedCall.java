package navigator.contracts.metric;

import java.util.Locale;

/** Why nobody knows what became of a model call that may have been paid for. */
public enum UnobservedCall {
  /** The process that worked on the request died, perhaps in the middle of a call. */
  CRASH,
  /** The call timed out: the model may go on, and bill. */
  TIMEOUT,
  /** The connection broke off after it stood: the model may go on, and bill. */
  CONNECTION,
  /** The answer came and could not be stored. */
  LOST_STORE;

  /** The dimension's value. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}

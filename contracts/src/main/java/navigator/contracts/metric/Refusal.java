package navigator.contracts.metric;

import java.util.Locale;

/** Why a request was refused at the door. */
public enum Refusal {
  /** Its user submits faster than one user may. */
  RATE_LIMITED,
  /** As many requests of its user are pending as may be. */
  TOO_MANY_PENDING,
  /** What waits would take longer than its deadline allows. */
  OVERLOADED;

  /** The word that CloudWatch knows. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}

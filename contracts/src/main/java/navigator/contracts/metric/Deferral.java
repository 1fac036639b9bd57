package navigator.contracts.metric;

import java.util.Locale;

/** Why a request has to wait for its turn of the model. */
public enum Deferral {
  /** Others are before it. */
  QUOTA,
  /** The model fails whatever it is asked, or has no quota for long. */
  DOWN;

  /** The dimension's value. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}

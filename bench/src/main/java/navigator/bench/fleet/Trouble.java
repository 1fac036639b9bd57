package navigator.bench.fleet;

import java.time.Duration;
import java.util.Locale;

/** What befalls a fleet. */
public enum Trouble {
  /** Nothing. */
  NONE(""),

  /** The clocks of the environments are up to 2 s apart. */
  CLOCKS("clocks 2 s apart"),

  /** The table is away for 30 s. */
  TABLE_AWAY("table away for 30 s"),

  /** The model is down for 3 minutes while requests go on arriving. */
  OUTAGE("model down for 3 min");

  static final Duration SKEW = Duration.ofSeconds(2);
  static final Duration AWAY = Duration.ofSeconds(30);
  static final Duration DOWN = Duration.ofMinutes(3);

  private final String remark;

  Trouble(String remark) {
    this.remark = remark;
  }

  /** In words, for people. */
  String remark() {
    return remark;
  }

  /** As it stands in the results. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}

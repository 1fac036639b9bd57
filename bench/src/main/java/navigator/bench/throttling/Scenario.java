package navigator.bench.throttling;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A load and what befalls the model under it. */
public enum Scenario {
  /** All at once, against a quota that the worker was told. */
  KNOWN,
  /** The same, and the worker was not told. */
  UNKNOWN,
  /** The model becomes four times as slow in the middle. */
  LATENCY_X4,
  /** The model becomes twice as fast in the middle. */
  LATENCY_HALF,
  /** Somebody else takes 40 % of the quota, from the first quarter on. */
  SHARED,
  /** The quota is halved for a while. */
  STEP,
  /** Six requests a minute. */
  TINY,
  /** One tenant asks most of it. */
  NOISY,
  /** Small and large prompts. */
  MIXED,
  /** As recorded, against 0.6 of what it takes. */
  TRACE;

  /** The name in results, and on the command line. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The scenario of that name, if there is one. */
  public static Optional<Scenario> named(String name) {
    return Arrays.stream(values()).filter(each -> each.wireName().equals(name)).findFirst();
  }
}

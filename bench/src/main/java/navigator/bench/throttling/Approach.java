package navigator.bench.throttling;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import navigator.bench.rival.Retries;

/** A way to ask a model that has a quota, under a queue that redelivers. */
public enum Approach {
  /** The worker as it is deployed. */
  GOVERNOR("gov", Retries.NONE, 500),
  /** A client's retries as they are without any setting, and three receives. */
  SDK_LEGACY("leg", Retries.LEGACY, 3),
  /** A client's standard retries, and five receives. */
  SDK_STANDARD("std", Retries.STANDARD, 5),
  /** A client that limits its own rate, and five receives. */
  SDK_ADAPTIVE("ada", Retries.ADAPTIVE, 5),
  /** As many calls at once as were found best; what is throttled comes back after a while. */
  FIXED("fix", Retries.NONE, 500);

  private final String brief;
  private final Retries retries;
  private final int maxReceives;

  Approach(String brief, Retries retries, int maxReceives) {
    this.brief = brief;
    this.retries = retries;
    this.maxReceives = maxReceives;
  }

  /** The name in results. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The approach of that name, if there is one. */
  public static Optional<Approach> named(String name) {
    return Arrays.stream(values()).filter(each -> each.wireName().equals(name)).findFirst();
  }

  /** The name where there is little room. */
  public String brief() {
    return brief;
  }

  Retries retries() {
    return retries;
  }

  /** After which its queue moves a message to the dead letters. */
  int maxReceives() {
    return maxReceives;
  }
}

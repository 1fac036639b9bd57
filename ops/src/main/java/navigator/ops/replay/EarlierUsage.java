package navigator.ops.replay;

import java.util.Set;

/** Where it is looked up what answered requests took. */
@FunctionalInterface
public interface EarlierUsage {

  /** What the latest answered requests of these users took together. */
  Total of(Set<String> userIds);

  /**
   * What requests took together.
   *
   * @param input tokens, those from a cache included
   */
  record Total(int requests, long input, long output) {}
}

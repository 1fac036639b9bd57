package navigator.ops.replay;

import java.time.Instant;
import java.util.List;

/**
 * What a driver writes. Nothing of a write is done if the replay is not the driver's any more; what
 * it counts is written with what is counted.
 */
public interface ReplayWrites {

  /** The most entries that one write has room for. */
  int MOST_ENTRIES = 50;

  /**
   * Writes down what the replay is about, and how far the dead letters were read.
   *
   * @param entries of those that were selected since; none if there were none
   * @return whether it is written
   */
  boolean match(Held held, List<Entry> entries, String upTo, Instant now);

  /** Turns requests to their new generation, dead letters to replaying, and skips others. */
  BeginVerdict begin(Held held, Batch batch, Instant now);

  /**
   * Notes that the queue has them.
   *
   * @return whether it is written
   */
  boolean sent(Held held, List<Entry> entries, Instant now);

  /**
   * Notes how entries ended.
   *
   * @return whether it is written
   */
  boolean settle(Held held, Settlement settlement, Instant now);

  /**
   * Moves the replay on; if that ends it, with a record of what came of it.
   *
   * @return whether it is written
   */
  boolean move(Held held, Judgement judgement, Instant now);
}

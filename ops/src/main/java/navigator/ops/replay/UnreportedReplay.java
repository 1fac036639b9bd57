package navigator.ops.replay;

import navigator.contracts.table.ReplayState;
import org.jspecify.annotations.Nullable;

/**
 * A replay of which the metrics do not have everything.
 *
 * @param reported what they have
 * @param now how it stands
 * @param end how it ended; null while it has not
 */
public record UnreportedReplay(String name, Ends reported, Ends now, @Nullable ReplayState end) {

  /** How many of a replay's dead letters ended in which way. */
  public record Ends(long answered, long failed, long skipped) {

    /** Of a replay of which none has. */
    public static final Ends NONE = new Ends(0, 0, 0);

    Ends since(Ends earlier) {
      return new Ends(
          answered - earlier.answered, failed - earlier.failed, skipped - earlier.skipped);
    }

    boolean isBehind(Ends other) {
      return answered < other.answered || failed < other.failed || skipped < other.skipped;
    }
  }

  /**
   * Whether there is nothing to be reported yet, or another has reported more since it was read.
   */
  boolean isOld() {
    return now.isBehind(reported) || (end == null && now.equals(reported));
  }
}

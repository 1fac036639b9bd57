package navigator.ops.replay;

import java.util.List;
import navigator.contracts.table.EntryState;

/**
 * How the latest requests of a replay ended, the newest last: {@code a} for answered, {@code f} for
 * failed. A share over all of them would forgive an outage that begins late.
 */
public record RecentEnds(String letters) {

  /** Of a replay of which none has ended. */
  public static final RecentEnds NONE = new RecentEnds("");

  /** How many are remembered. */
  static final int MOST = 50;

  /** How many must have ended before they say anything. */
  static final int LEAST = 10;

  /** These and those that have ended since; what was skipped says nothing. */
  RecentEnds and(List<EntryState> ends) {
    StringBuilder all = new StringBuilder(letters);
    for (EntryState end : ends) {
      switch (end) {
        case ANSWERED -> all.append('a');
        case FAILED -> all.append('f');
        case MATCHED, SENDING, SENT, SKIPPED -> {}
      }
    }
    return new RecentEnds(all.substring(Math.max(0, all.length() - MOST)));
  }

  /** Whether so many have ended that it can be told, and more than that share of them failed. */
  boolean failedMoreThan(double share) {
    long failed = letters.chars().filter(letter -> letter == 'f').count();
    return letters.length() >= LEAST && failed > share * letters.length();
  }
}

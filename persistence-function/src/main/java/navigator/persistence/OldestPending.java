package navigator.persistence;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.function.Function;

/**
 * The pending request of one shard that has the earliest deadline. Where all have as long as the
 * others it is the oldest, too.
 *
 * @param waitingSince when it was accepted; of a replay, when it last changed its state
 */
public record OldestPending(Instant waitingSince, Instant deadlineAt) {

  /** How long the one that waits longest has been waiting; zero if there is none. */
  static Duration age(Collection<OldestPending> ofShards, Instant now) {
    return longest(ofShards, OldestPending::waitingSince, now);
  }

  /** How long the one that is longest past its deadline is past it; zero if none is. */
  static Duration overdue(Collection<OldestPending> ofShards, Instant now) {
    return longest(ofShards, OldestPending::deadlineAt, now);
  }

  private static Duration longest(
      Collection<OldestPending> ofShards, Function<OldestPending, Instant> since, Instant now) {
    return ofShards.stream()
        .map(pending -> Duration.between(since.apply(pending), now))
        .filter(Duration::isPositive)
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }
}

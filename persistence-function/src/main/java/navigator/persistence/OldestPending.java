package navigator.persistence;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The pending request of one shard that has the earliest deadline. Where all have as long as the
 * others it is the oldest, too.
 *
 * @param waitingSince when it was accepted; null for a replay, which nobody waits for
 */
public record OldestPending(@Nullable Instant waitingSince, Instant deadlineAt) {

  /** How long the one that waits longest has been waiting; zero if there is none. */
  static Duration age(Collection<OldestPending> ofShards, Instant now) {
    return longest(ofShards, OldestPending::waitingSince, now);
  }

  /** How long the one that is longest past its deadline is past it; zero if none is. */
  static Duration overdue(Collection<OldestPending> ofShards, Instant now) {
    return longest(ofShards, OldestPending::deadlineAt, now);
  }

  private static Duration longest(
      Collection<OldestPending> ofShards,
      Function<OldestPending, @Nullable Instant> since,
      Instant now) {
    return ofShards.stream()
        .flatMap(pending -> Stream.ofNullable(since.apply(pending)))
        .map(time -> Duration.between(time, now))
        .filter(Duration::isPositive)
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }
}

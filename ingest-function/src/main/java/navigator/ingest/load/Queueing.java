package navigator.ingest.load;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import navigator.contracts.table.QuotaPace;
import org.jspecify.annotations.Nullable;

/**
 * Foresees how long a request will wait: what waits before it, at the pace of the model's calls.
 * Both are looked up once a second at most; what was let in meanwhile, here, is counted. Safe for
 * use by many threads.
 */
public final class Queueing {

  private static final Duration FRESH = Duration.ofSeconds(1);

  private final Backlog backlog;
  private final Paces paces;
  private final int callsAtOnce;
  private final InstantSource clock;
  private @Nullable Sight sight;

  private record Sight(Instant at, @Nullable QuotaPace pace, long waiting) {

    Sight andOneMore() {
      return new Sight(at, pace, waiting + 1);
    }
  }

  /**
   * A foresight.
   *
   * @param callsAtOnce that the workers can make
   */
  public Queueing(Backlog backlog, Paces paces, int callsAtOnce, InstantSource clock) {
    this.backlog = backlog;
    this.paces = paces;
    this.callsAtOnce = callsAtOnce;
    this.clock = clock;
  }

  /** What a request can expect that is let in now; empty if nobody can tell. */
  public synchronized Optional<Outlook> next() {
    Instant now = clock.instant();
    Sight seen = fresh(now);
    QuotaPace pace = seen.pace();
    return pace == null
        ? Optional.empty()
        : Optional.of(
            new Outlook(
                pace.calls() + seen.waiting(),
                pace.time(seen.waiting(), callsAtOnce, now),
                pace.leastTime(seen.waiting(), callsAtOnce, now)));
  }

  /** One was let in. */
  public synchronized void joined() {
    if (sight != null) {
      sight = sight.andOneMore();
    }
  }

  private Sight fresh(Instant now) {
    Sight seen = sight;
    if (seen == null || now.isAfter(seen.at().plus(FRESH)) || now.isBefore(seen.at())) {
      seen = look(now);
      sight = seen;
    }
    return seen;
  }

  private Sight look(Instant now) {
    Optional<QuotaPace> pace = paces.now();
    // Without a pace it does not matter how many there are.
    OptionalLong waiting = pace.isPresent() ? backlog.requests() : OptionalLong.empty();
    return waiting.isPresent()
        ? new Sight(now, pace.orElseThrow(), waiting.getAsLong())
        : new Sight(now, null, 0);
  }
}

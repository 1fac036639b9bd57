package navigator.ingest.load;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import navigator.contracts.table.PaceSettings;
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
  private final PaceSettings settings;
  private final InstantSource clock;
  private @Nullable Sight sight;

  private record Sight(Instant at, @Nullable QuotaPace pace, long waiting) {

    Sight andOneMore() {
      return new Sight(at, pace, waiting + 1);
    }
  }

  public Queueing(Backlog backlog, Paces paces, PaceSettings settings, InstantSource clock) {
    this.backlog = backlog;
    this.paces = paces;
    this.settings = settings;
    this.clock = clock;
  }

  /** What a request can expect that is let in now; empty if nobody can tell. */
  public synchronized Optional<Outlook> next() {
    Instant now = clock.instant();
    Sight seen = fresh(now);
    QuotaPace pace = seen.pace();
    return pace == null ? Optional.empty() : Optional.of(outlook(pace, seen.waiting(), now));
  }

  private Outlook outlook(QuotaPace pace, long waiting, Instant now) {
    int atOnce = settings.callsAtOnce();
    // A pace that is still searched for will quicken, and other models have quotas of their own.
    boolean last = pace.found() && settings.onlyModel();
    return new Outlook(
        pace.calls() + waiting,
        pace.foreseen(waiting, atOnce, now).orElse(null),
        last ? pace.time(waiting, atOnce, now) : pace.workersTime(waiting, atOnce));
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

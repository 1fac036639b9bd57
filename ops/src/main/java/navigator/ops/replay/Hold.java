package navigator.ops.replay;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/** A driver's hold on a replay, renewed as it is looked at. Not safe for use by many threads. */
final class Hold {

  /** How long a replay lies idle at most when its driver has died. */
  static final Duration LEASE = Duration.ofSeconds(30);

  private static final Duration RENEWED_BEFORE = Duration.ofSeconds(15);

  private final ReplayLeases leases;
  private final String name;
  private final InstantSource clock;

  // UUID.randomUUID draws from SecureRandom, which a restored snapshot does not repeat.
  private final String owner = UUID.randomUUID().toString();

  private Instant until;

  Hold(ReplayLeases leases, String name, InstantSource clock) {
    this.leases = leases;
    this.name = name;
    this.clock = clock;
    this.until = clock.instant();
  }

  LeaseVerdict take() {
    Instant now = clock.instant();
    until = now.plus(LEASE);
    return leases.take(name, owner, now, until);
  }

  /** The replay as it stands; empty if another has it now. */
  Optional<Held> look() {
    return current().map(replay -> new Held(replay, owner));
  }

  void release() {
    leases.release(name, owner);
  }

  private Optional<Replay> current() {
    Instant now = clock.instant();
    if (until.isAfter(now.plus(RENEWED_BEFORE))) {
      return leases.look(name, owner);
    }
    until = now.plus(LEASE);
    return leases.renew(name, owner, until).or(() -> leases.look(name, owner));
  }
}

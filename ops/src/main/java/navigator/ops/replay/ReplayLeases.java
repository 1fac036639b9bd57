package navigator.ops.replay;

import java.time.Instant;
import java.util.Optional;

/** Who drives a replay: one at a time. */
public interface ReplayLeases {

  /** Takes the replay in hand, if it has not ended and nobody else has it. */
  LeaseVerdict take(String name, String owner, Instant now, Instant until);

  /** The replay as it stands, kept until then; empty if it is not the owner's any more. */
  Optional<Replay> renew(String name, String owner, Instant until);

  /** The replay as it stands; empty if it is not the owner's any more, and has not ended. */
  Optional<Replay> look(String name, String owner);

  /** Leaves the replay to others. */
  void release(String name, String owner);
}

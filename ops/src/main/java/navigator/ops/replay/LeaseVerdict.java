package navigator.ops.replay;

import java.time.Instant;

/** What taking a replay in hand came to. */
public sealed interface LeaseVerdict {

  /** It is the driver's. */
  record Taken() implements LeaseVerdict {}

  /** Another driver has it. */
  record Busy(Instant until) implements LeaseVerdict {}

  /** It has ended. */
  record Ended() implements LeaseVerdict {}

  /** There is no replay of that name. */
  record Unknown() implements LeaseVerdict {}
}

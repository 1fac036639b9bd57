package navigator.inference;

import java.time.Instant;

/** What is to become of a delivery. */
sealed interface Verdict {

  /** Nothing more is to be done for it. */
  record Finished() implements Verdict {}

  /** It is to be received again, not before {@code until}. */
  record Returned(Instant until) implements Verdict {}
}

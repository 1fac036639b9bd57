package navigator.ingest;

import navigator.ingest.limit.Standing;
import navigator.ingest.load.Outlook;
import org.jspecify.annotations.Nullable;

/** Whether a submission is let in. */
sealed interface Entry {

  /**
   * It is.
   *
   * @param standing what its user may still ask for; null if nobody knows
   * @param outlook how long it will wait; null if nobody knows
   */
  record Open(@Nullable Standing standing, @Nullable Outlook outlook) implements Entry {}

  /** It is not, and nothing of it is stored. */
  record Closed(SubmitVerdict verdict) implements Entry {}
}

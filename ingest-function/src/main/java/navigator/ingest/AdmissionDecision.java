package navigator.ingest;

import navigator.ingest.limit.RateLimitStatus;
import navigator.ingest.load.Outlook;
import org.jspecify.annotations.Nullable;

/** Whether a submission is admitted. */
sealed interface AdmissionDecision {

  /**
   * It is.
   *
   * @param rateLimit what its user may still ask for; null if nobody knows
   * @param outlook how long it will wait; null if nobody knows
   */
  record Admitted(@Nullable RateLimitStatus rateLimit, @Nullable Outlook outlook)
      implements AdmissionDecision {}

  /** It is not, and nothing of it is stored. */
  record Refused(SubmitVerdict verdict) implements AdmissionDecision {}
}

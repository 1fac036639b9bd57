package navigator.ingest;

import java.time.Duration;
import java.util.List;
import navigator.contracts.http.Problem.Fault;
import navigator.contracts.http.RequestObject;
import navigator.ingest.limit.RateLimitStatus;
import navigator.ingest.limit.UserLimits;
import org.jspecify.annotations.Nullable;

/** What submitting a chat request came to. */
public sealed interface SubmitVerdict {

  /**
   * It is stored and queued: the promise may be given.
   *
   * @param replayed whether an earlier call with the same key had stored it
   * @param rateLimit what its user may still ask for; null if nobody knows
   */
  record Accepted(RequestObject request, boolean replayed, @Nullable RateLimitStatus rateLimit)
      implements SubmitVerdict {}

  /**
   * Its user submits faster than one user may.
   *
   * @param retryAfter how long it takes until there is one request more
   */
  record TooFast(UserLimits limits, Duration retryAfter) implements SubmitVerdict {}

  /**
   * As many requests of its user are pending as may be.
   *
   * @param retryAfter how long it takes until it is worth asking again
   */
  record TooManyPending(UserLimits limits, Duration retryAfter) implements SubmitVerdict {}

  /**
   * What waits before it would take longer than its deadline allows.
   *
   * @param retryAfter how long it takes until one would be answered in time that is accepted then
   */
  record Overloaded(Duration retryAfter) implements SubmitVerdict {}

  /** Its key belongs to a request with another body. */
  record KeyReused() implements SubmitVerdict {}

  /** Another call with its key is being worked on. */
  record InProgress() implements SubmitVerdict {}

  /** The body is not a JSON object. */
  record Malformed(String reason) implements SubmitVerdict {}

  /** The body has these faults. */
  record Invalid(List<Fault> faults) implements SubmitVerdict {}

  /** The conversation is unknown, deleted or another's. */
  record NoConversation() implements SubmitVerdict {}

  /** Table or queue did not take it; the same call may succeed later. */
  record Unavailable() implements SubmitVerdict {}
}

package navigator.ingest.lambda;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import navigator.contracts.http.HttpAnswer;
import navigator.contracts.http.Problem;
import navigator.contracts.http.ProblemKind;
import navigator.contracts.http.RequestObject;
import navigator.ingest.SubmitVerdict;
import navigator.ingest.limit.RateLimitStatus;
import org.jspecify.annotations.Nullable;

/** What each verdict is in HTTP. */
final class SubmitAnswers {

  private static final String RETRY_AFTER = "Retry-After";

  private SubmitAnswers() {}

  static HttpAnswer of(SubmitVerdict verdict) {
    return switch (verdict) {
      case SubmitVerdict.Accepted(
              RequestObject request,
              boolean replayed,
              RateLimitStatus rateLimit) ->
          accepted(request, replayed, rateLimit);
      case SubmitVerdict.TooFast(var limits, Duration retryAfter) ->
          refused(
              ProblemKind.RATE_LIMITED,
              "Nothing was stored; one user may submit %d requests a minute."
                  .formatted(limits.requestsPerMinute()),
              retryAfter,
              RateLimitFields.ofTooFast(limits, retryAfter));
      case SubmitVerdict.TooManyPending(var limits, Duration retryAfter) ->
          refused(
              ProblemKind.TOO_MANY_PENDING,
              "Nothing was stored; one user may have %d requests pending."
                  .formatted(limits.pending()),
              retryAfter,
              RateLimitFields.ofTooManyPending(limits));
      case SubmitVerdict.Overloaded(Duration retryAfter) ->
          refused(
              ProblemKind.OVERLOADED,
              "Nothing was stored; what waits already would take longer than the deadline.",
              retryAfter,
              Map.of());
      case SubmitVerdict.Malformed(String reason) ->
          problem(ProblemKind.MALFORMED_JSON, "Nothing was stored: " + reason + ".");
      case SubmitVerdict.Invalid(var faults) -> HttpAnswer.problem(Problem.ofFaults(faults));
      case SubmitVerdict.NoConversation _ ->
          problem(ProblemKind.NOT_FOUND, "There is no such conversation of yours.");
      case SubmitVerdict.KeyReused _ ->
          problem(
              ProblemKind.IDEMPOTENCY_KEY_REUSED,
              "Another body was submitted with this key before.");
      case SubmitVerdict.InProgress _ ->
          HttpAnswer.problem(
              Problem.of(ProblemKind.SUBMIT_IN_PROGRESS, "Another call with this key is at work."),
              Map.of(RETRY_AFTER, "1"));
      case SubmitVerdict.Unavailable _ ->
          HttpAnswer.problem(
              Problem.of(ProblemKind.UNAVAILABLE, "Nothing was promised; send the request again."),
              Map.of(RETRY_AFTER, "1"));
    };
  }

  static HttpAnswer unsupported() {
    return problem(ProblemKind.UNSUPPORTED_MEDIA_TYPE, "Send JSON in UTF-8, as application/json.");
  }

  private static HttpAnswer accepted(
      RequestObject request, boolean replayed, @Nullable RateLimitStatus rateLimit) {
    Map<String, String> headers = new HashMap<>();
    if (rateLimit != null) {
      headers.putAll(RateLimitFields.of(rateLimit));
    }
    headers.put("Location", request.urls().self());
    headers.put(RETRY_AFTER, String.valueOf(request.retryAfterSeconds(request.createdAt())));
    if (replayed) {
      headers.put("Idempotency-Replayed", "true");
    }
    return HttpAnswer.json(202, request, headers);
  }

  private static HttpAnswer refused(
      ProblemKind kind, String detail, Duration retryAfter, Map<String, String> fields) {
    Map<String, String> headers = new HashMap<>(fields);
    headers.put(RETRY_AFTER, String.valueOf(Seconds.atLeastOne(retryAfter)));
    return HttpAnswer.problem(Problem.of(kind, detail), headers);
  }

  private static HttpAnswer problem(ProblemKind kind, String detail) {
    return HttpAnswer.problem(Problem.of(kind, detail));
  }
}

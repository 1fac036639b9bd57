package navigator.ingest.lambda;

import java.util.Map;
import navigator.contracts.http.HttpAnswer;
import navigator.contracts.http.Problem;
import navigator.contracts.http.ProblemKind;
import navigator.contracts.http.RequestObject;
import navigator.ingest.SubmitVerdict;

/** What each verdict is in HTTP. */
final class SubmitAnswers {

  private SubmitAnswers() {}

  static HttpAnswer of(SubmitVerdict verdict) {
    return switch (verdict) {
      case SubmitVerdict.Accepted(RequestObject request) -> accepted(request);
      case SubmitVerdict.Malformed(String reason) ->
          problem(ProblemKind.MALFORMED_JSON, "Nothing was stored: " + reason + ".");
      case SubmitVerdict.Invalid(var faults) -> HttpAnswer.problem(Problem.ofFaults(faults));
      case SubmitVerdict.NoConversation _ ->
          problem(ProblemKind.NOT_FOUND, "There is no such conversation of yours.");
      case SubmitVerdict.Unavailable _ ->
          problem(ProblemKind.UNAVAILABLE, "Nothing was promised; send the request again.");
    };
  }

  static HttpAnswer unsupported() {
    return problem(ProblemKind.UNSUPPORTED_MEDIA_TYPE, "Send JSON in UTF-8, as application/json.");
  }

  private static HttpAnswer accepted(RequestObject request) {
    return HttpAnswer.json(
        202, request, Map.of("Location", request.urls().self(), "Retry-After", "1"));
  }

  private static HttpAnswer problem(ProblemKind kind, String detail) {
    return HttpAnswer.problem(Problem.of(kind, detail));
  }
}

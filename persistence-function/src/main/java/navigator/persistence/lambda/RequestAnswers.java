package navigator.persistence.lambda;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import navigator.contracts.http.HttpAnswer;
import navigator.contracts.http.Problem;
import navigator.contracts.http.ProblemKind;
import navigator.contracts.http.RequestObject;

/** What a request is in HTTP. */
final class RequestAnswers {

  private RequestAnswers() {}

  /** The request with the time to ask again, or that the caller has none of that id. */
  static HttpAnswer of(Optional<RequestObject> request) {
    return request.map(RequestAnswers::found).orElseGet(RequestAnswers::notFound);
  }

  private static HttpAnswer found(RequestObject request) {
    Map<String, String> headers =
        request.status().isTerminal()
            ? Map.of()
            : Map.of("Retry-After", String.valueOf(request.retryAfterSeconds(Instant.now())));
    return HttpAnswer.json(200, request, headers);
  }

  /** That there is no such request, or not for this caller. */
  static HttpAnswer notFound() {
    return HttpAnswer.problem(
        Problem.of(ProblemKind.NOT_FOUND, "There is no such request of yours."));
  }
}

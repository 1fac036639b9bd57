package navigator.ingest.lambda;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import navigator.contracts.Traceparent;
import navigator.contracts.http.Caller;
import navigator.contracts.http.HttpAnswer;
import navigator.contracts.http.Problem;
import navigator.ingest.IdempotencyKey;
import navigator.ingest.SubmitCall;
import navigator.ingest.SubmitVerdict;

/** What an HTTP call is as a submission: one that can be read, or the answer that says why not. */
sealed interface SubmitCalls {

  /** A submission, its body yet to be read. */
  record Submission(SubmitCall call) implements SubmitCalls {}

  /** No submission at all. */
  record Refused(HttpAnswer answer) implements SubmitCalls {}

  static SubmitCalls read(APIGatewayV2HTTPEvent event, Duration remaining) {
    if (!Caller.isOfAnIdToken(claims(event))) {
      return new Refused(HttpAnswer.problem(Problem.idTokenRequired()));
    }
    return switch (HttpBody.of(event)) {
      case HttpBody.Json(String text) -> read(event, text, remaining);
      case HttpBody.NotJson _ -> new Refused(SubmitAnswers.unsupported());
      case HttpBody.Unreadable(String reason) ->
          new Refused(SubmitAnswers.of(new SubmitVerdict.Malformed(reason)));
    };
  }

  private static SubmitCalls read(APIGatewayV2HTTPEvent event, String body, Duration remaining) {
    String header = HttpBody.header(event, IdempotencyKey.HEADER.toLowerCase(Locale.ROOT));
    Optional<IdempotencyKey> key = Optional.ofNullable(header).flatMap(IdempotencyKey::parse);
    if (header != null && key.isEmpty()) {
      return new Refused(SubmitAnswers.of(new SubmitVerdict.Invalid(List.of(malformedKey()))));
    }
    Caller caller = Caller.ofClaims(claims(event));
    Traceparent trace = Traceparent.ofHeader(HttpBody.header(event, "traceparent"));
    return new Submission(new SubmitCall(caller, body, trace, key.orElse(null), remaining));
  }

  private static Map<String, String> claims(APIGatewayV2HTTPEvent event) {
    return event.getRequestContext().getAuthorizer().getJwt().getClaims();
  }

  private static Problem.Fault malformedKey() {
    return new Problem.Fault("#header/" + IdempotencyKey.HEADER, IdempotencyKey.FORM);
  }
}

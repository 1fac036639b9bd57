package navigator.ops.lambda;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.function.Function;
import java.util.function.Supplier;
import navigator.contracts.http.HttpAnswer;
import navigator.contracts.http.Problem;
import navigator.contracts.http.ProblemKind;
import navigator.contracts.metric.FunctionName;
import navigator.contracts.metric.MetricLog;
import navigator.ops.http.OpsCall;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers in the form that an HTTP API takes. */
final class Responses {

  private static final Logger LOG = LoggerFactory.getLogger(Responses.class);
  private static final MetricLog METRICS = MetricLog.of(Responses.class);

  private Responses() {}

  /** The answer to a person's call, who has to have sent an ID token. */
  static APIGatewayV2HTTPResponse answered(
      FunctionName function, APIGatewayV2HTTPEvent event, Function<OpsCall, HttpAnswer> answer) {
    return guarded(
        function,
        () ->
            OpsCalls.hasAnIdToken(event)
                ? answer.apply(OpsCalls.of(event))
                : HttpAnswer.problem(Problem.idTokenRequired()));
  }

  /** The answer, or a problem that tells no more than that something is broken. */
  static APIGatewayV2HTTPResponse guarded(FunctionName function, Supplier<HttpAnswer> answer) {
    try {
      return of(answer.get());
    } catch (RuntimeException e) {
      LOG.error("call.failed", e);
      METRICS.faulted(function);
      return of(
          HttpAnswer.problem(Problem.of(ProblemKind.INTERNAL, "The fault is ours; try again.")));
    }
  }

  private static APIGatewayV2HTTPResponse of(HttpAnswer answer) {
    return APIGatewayV2HTTPResponse.builder()
        .withStatusCode(answer.status())
        .withHeaders(answer.headers())
        .withBody(answer.body())
        .build();
  }
}

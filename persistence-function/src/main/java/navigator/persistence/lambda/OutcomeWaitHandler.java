package navigator.persistence.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import navigator.contracts.http.HttpAnswer;
import navigator.contracts.metric.FunctionName;
import navigator.persistence.PreferredWait;
import navigator.persistence.WaitVerdict;
import org.jspecify.annotations.Nullable;

/** {@code GET /chat/{request_id}/outcome}. */
public final class OutcomeWaitHandler
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

  private final OutcomeWaitWiring wiring;

  /** The handler that Lambda makes, wired by the environment. */
  public OutcomeWaitHandler() {
    this(Wiring.ofOutcomeWait());
  }

  OutcomeWaitHandler(OutcomeWaitWiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    Duration timeLeft = Duration.ofMillis(context.getRemainingTimeInMillis());
    return Responses.answered(FunctionName.OUTCOME_WAIT, event, call -> answer(call, timeLeft));
  }

  private HttpAnswer answer(HttpCall call, Duration timeLeft) {
    Duration asked = PreferredWait.in(call.header("prefer")).orElse(null);
    return switch (wiring
        .awaitOutcome()
        .await(call.caller(), call.path("request_id"), asked, timeLeft)) {
      case WaitVerdict.Ended(var request, var granted) ->
          HttpAnswer.json(200, request, headers(granted));
      case WaitVerdict.Pending(var request, var granted) -> {
        Map<String, String> headers = headers(granted);
        headers.put("Retry-After", String.valueOf(request.retryAfterSeconds(Instant.now())));
        yield HttpAnswer.json(202, request, headers);
      }
      case WaitVerdict.NotFound() -> RequestAnswers.notFound();
    };
  }

  private static Map<String, String> headers(@Nullable Duration granted) {
    Map<String, String> headers = new HashMap<>();
    if (granted != null) {
      headers.put("Preference-Applied", "wait=" + granted.toSeconds());
    }
    return headers;
  }
}

package navigator.ingest.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.Duration;
import navigator.contracts.http.HttpAnswer;
import navigator.contracts.metric.FunctionName;
import navigator.ingest.SubmitCall;

/** {@code POST /chat}. */
public final class SubmitHandler
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

  private final Wiring wiring;

  /** The handler that Lambda makes, wired by the environment. */
  public SubmitHandler() {
    this(Wiring.fromEnvironment());
  }

  SubmitHandler(Wiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    Duration remaining = Duration.ofMillis(context.getRemainingTimeInMillis());
    return Responses.guarded(FunctionName.SUBMIT, () -> answer(event, remaining));
  }

  private HttpAnswer answer(APIGatewayV2HTTPEvent event, Duration remaining) {
    return switch (SubmitCalls.read(event, remaining)) {
      case SubmitCalls.Submission(SubmitCall call) ->
          SubmitAnswers.of(wiring.submitChat().submit(call));
      case SubmitCalls.Refused(HttpAnswer answer) -> answer;
    };
  }
}

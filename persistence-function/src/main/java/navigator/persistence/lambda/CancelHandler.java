package navigator.persistence.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import navigator.contracts.http.HttpAnswer;
import navigator.contracts.metric.FunctionName;

/** {@code POST /chat/{request_id}/cancel}. */
public final class CancelHandler
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

  private final CancelWiring wiring;

  /** The handler that Lambda makes, wired by the environment. */
  public CancelHandler() {
    this(Wiring.ofCancels());
  }

  CancelHandler(CancelWiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    return Responses.answered(FunctionName.CANCEL, event, this::answer);
  }

  private HttpAnswer answer(HttpCall call) {
    return RequestAnswers.of(wiring.cancelRequest().cancel(call.caller(), call.path("request_id")));
  }
}

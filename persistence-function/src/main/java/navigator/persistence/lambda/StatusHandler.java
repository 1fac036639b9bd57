package navigator.persistence.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import navigator.contracts.http.HttpAnswer;
import navigator.contracts.metric.FunctionName;

/** {@code GET /chat/{request_id}}. */
public final class StatusHandler
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

  private final StatusWiring wiring;

  /** The handler that Lambda makes, wired by the environment. */
  public StatusHandler() {
    this(Wiring.ofStatus());
  }

  StatusHandler(StatusWiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    return Responses.answered(FunctionName.STATUS, event, this::answer);
  }

  private HttpAnswer answer(HttpCall call) {
    return RequestAnswers.of(wiring.findStatus().find(call.caller(), call.path("request_id")));
  }
}

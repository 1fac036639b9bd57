package navigator.persistence.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import navigator.contracts.http.HttpAnswer;
import navigator.contracts.metric.FunctionName;

/** {@code GET /chat}. */
public final class RequestsHandler
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

  private final RequestsWiring wiring;

  /** The handler that Lambda makes, wired by the environment. */
  public RequestsHandler() {
    this(Wiring.ofRequests());
  }

  RequestsHandler(RequestsWiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    return Responses.answered(FunctionName.REQUESTS, event, this::answer);
  }

  private HttpAnswer answer(HttpCall call) {
    return ListAnswers.of(wiring.listRequests().list(call.caller(), call.query()));
  }
}

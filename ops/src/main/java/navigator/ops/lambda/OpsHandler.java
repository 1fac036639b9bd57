package navigator.ops.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import navigator.contracts.metric.FunctionName;

/** Everything under {@code /ops}. */
public final class OpsHandler
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

  private final OpsWiring wiring;

  /** The handler that Lambda makes, wired by the environment. */
  public OpsHandler() {
    this(Wiring.ofOps());
  }

  OpsHandler(OpsWiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    return Responses.answered(FunctionName.OPS, event, wiring.answerOps()::answer);
  }
}

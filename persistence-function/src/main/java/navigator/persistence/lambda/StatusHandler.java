package navigator.persistence.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.Map;
import navigator.contracts.http.HttpAnswer;
import navigator.contracts.http.Problem;
import navigator.contracts.http.ProblemKind;
import navigator.contracts.http.RequestObject;

/** {@code GET /chat/{request_id}}. */
public final class StatusHandler
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

  private final ReadWiring wiring;

  /** The handler that Lambda makes, wired by the environment. */
  public StatusHandler() {
    this(Wiring.ofReads());
  }

  StatusHandler(ReadWiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    return Responses.guarded(() -> answer(HttpCall.of(event)));
  }

  private HttpAnswer answer(HttpCall call) {
    return wiring
        .findStatus()
        .find(call.caller(), call.path("request_id"))
        .map(StatusHandler::found)
        .orElseGet(StatusHandler::notFound);
  }

  private static HttpAnswer found(RequestObject request) {
    Map<String, String> headers =
        request.status().isTerminal() ? Map.of() : Map.of("Retry-After", "1");
    return HttpAnswer.json(200, request, headers);
  }

  private static HttpAnswer notFound() {
    return HttpAnswer.problem(
        Problem.of(ProblemKind.NOT_FOUND, "There is no such request of yours."));
  }
}

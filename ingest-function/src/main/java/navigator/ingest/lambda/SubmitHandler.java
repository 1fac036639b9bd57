package navigator.ingest.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import navigator.contracts.Traceparent;
import navigator.contracts.http.Caller;
import navigator.contracts.http.HttpAnswer;
import navigator.ingest.SubmitVerdict;

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
    return Responses.guarded(() -> answer(event));
  }

  private HttpAnswer answer(APIGatewayV2HTTPEvent event) {
    Caller caller = Caller.ofClaims(event.getRequestContext().getAuthorizer().getJwt().getClaims());
    Traceparent trace = Traceparent.ofHeader(HttpBody.header(event, "traceparent"));
    return switch (HttpBody.of(event)) {
      case HttpBody.Json(String text) ->
          SubmitAnswers.of(wiring.submitChat().submit(caller, text, trace));
      case HttpBody.NotJson _ -> SubmitAnswers.unsupported();
      case HttpBody.Unreadable(String reason) ->
          SubmitAnswers.of(new SubmitVerdict.Malformed(reason));
    };
  }
}

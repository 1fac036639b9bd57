package navigator.persistence.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import navigator.contracts.http.HttpAnswer;
import navigator.contracts.metric.FunctionName;

/** {@code GET /conversations} and {@code GET /conversations/{conversation_id}/messages}. */
public final class ConversationsHandler
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

  private final ReadWiring wiring;

  /** The handler that Lambda makes, wired by the environment. */
  public ConversationsHandler() {
    this(Wiring.ofReads());
  }

  ConversationsHandler(ReadWiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    return Responses.answered(FunctionName.CONVERSATIONS, event, this::answer);
  }

  private HttpAnswer answer(HttpCall call) {
    return switch (call.route()) {
      case "GET /conversations" ->
          ListAnswers.of(wiring.listConversations().list(call.caller(), call.query()));
      case "GET /conversations/{conversation_id}/messages" ->
          ListAnswers.of(
              wiring
                  .listMessages()
                  .list(call.caller(), call.path("conversation_id"), call.query()));
      default -> throw new IllegalStateException("The route " + call.route() + " is not ours");
    };
  }
}

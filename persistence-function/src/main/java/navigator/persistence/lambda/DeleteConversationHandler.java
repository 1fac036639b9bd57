package navigator.persistence.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import navigator.contracts.http.HttpAnswer;
import navigator.contracts.http.Problem;
import navigator.contracts.http.ProblemKind;
import navigator.contracts.metric.FunctionName;

/** {@code DELETE /conversations/{conversation_id}}. */
public final class DeleteConversationHandler
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

  /** What erasing one more request may take, when all goes well. */
  private static final Duration RESERVE = Duration.ofSeconds(5);

  private final DeletionWiring wiring;

  /** The handler that Lambda makes, wired by the environment. */
  public DeleteConversationHandler() {
    this(Wiring.ofDeletions());
  }

  DeleteConversationHandler(DeletionWiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    BooleanSupplier timeLeft = () -> context.getRemainingTimeInMillis() > RESERVE.toMillis();
    return Responses.answered(
        FunctionName.DELETE_CONVERSATION, event, call -> answer(call, timeLeft));
  }

  private HttpAnswer answer(HttpCall call, BooleanSupplier timeLeft) {
    String conversation = call.path("conversation_id");
    return wiring.deleteConversation().delete(call.caller(), conversation, timeLeft)
        ? HttpAnswer.noContent()
        : HttpAnswer.problem(
            Problem.of(ProblemKind.NOT_FOUND, "There is no such conversation of yours."));
  }
}

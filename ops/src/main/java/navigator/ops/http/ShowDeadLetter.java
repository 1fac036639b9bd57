package navigator.ops.http;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import navigator.contracts.DeadLetterId;
import navigator.contracts.http.HttpAnswer;
import navigator.ops.Operator;
import navigator.ops.Story;
import navigator.ops.TellStory;

/**
 * {@code GET /ops/dead-letters/{dead_letter_id}}; with text only for a reason, which is written
 * down first.
 */
final class ShowDeadLetter implements OpsRoute {

  private static final String TEXT = "text";
  private static final String REASON = "reason";

  private final TellStory stories;

  ShowDeadLetter(TellStory stories) {
    this.stories = stories;
  }

  @Override
  public HttpAnswer answer(OpsCall call) {
    Parameters parameters = new Parameters(call, Set.of(TEXT, REASON));
    boolean withText = withText(parameters);
    String reason = reason(parameters, withText);
    Optional<HttpAnswer> refusal = parameters.refusal();
    if (refusal.isPresent()) {
      return refusal.get();
    }
    Operator operator = new Operator(call.caller().userId(), reason);
    return DeadLetterId.parse(call.path("dead_letter_id"))
        .flatMap(id -> withText ? stories.tellWithText(id, operator) : stories.tell(id))
        .map(ShowDeadLetter::found)
        .orElseGet(Refusals::notFound);
  }

  private static HttpAnswer found(Story story) {
    return HttpAnswer.json(200, story, Map.of());
  }

  private static boolean withText(Parameters parameters) {
    return switch (parameters.word(TEXT)) {
      case null -> false;
      case "true" -> true;
      case "false" -> false;
      default -> {
        parameters.fault(TEXT, "must be true or false");
        yield false;
      }
    };
  }

  private static String reason(Parameters parameters, boolean withText) {
    if (withText) {
      return ReasonForm.required(parameters);
    }
    if (parameters.has(REASON)) {
      parameters.fault(REASON, "is asked for with text=true alone");
    }
    return "";
  }
}

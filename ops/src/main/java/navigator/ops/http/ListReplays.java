package navigator.ops.http;

import java.util.Set;
import java.util.regex.Pattern;
import navigator.contracts.http.HttpAnswer;
import navigator.ops.replay.ReadReplays;
import navigator.ops.replay.ReplayObject;

/** {@code GET /ops/replays}. */
final class ListReplays implements OpsRoute {

  private static final String STATE = "state";
  private static final Set<String> KNOWN = Set.of(STATE, Parameters.LIMIT, Parameters.AFTER);
  private static final Pattern POSITION = Pattern.compile("[0-9T:.-]{26}Z#[a-z0-9-]{1,64}");

  private final ReadReplays replays;

  ListReplays(ReadReplays replays) {
    this.replays = replays;
  }

  @Override
  public HttpAnswer answer(OpsCall call) {
    Parameters parameters = new Parameters(call, KNOWN);
    boolean ended = ended(parameters);
    OpsList list = new OpsList("replays ended " + ended, "/ops/replays", POSITION);
    return list.answer(
        parameters, (after, limit) -> replays.list(ended, after, limit), ReplayObject::of);
  }

  private static boolean ended(Parameters parameters) {
    return switch (parameters.word(STATE)) {
      case null -> false;
      case "active" -> false;
      case "ended" -> true;
      default -> {
        parameters.fault(STATE, "must be active or ended");
        yield false;
      }
    };
  }
}

package navigator.ops.http;

import java.util.Map;
import navigator.contracts.http.HttpAnswer;
import navigator.ops.replay.ReadReplays;
import navigator.ops.replay.ReplayObject;

/** {@code GET /ops/replays/{name}}. */
final class ShowReplay implements OpsRoute {

  private final ReadReplays replays;

  ShowReplay(ReadReplays replays) {
    this.replays = replays;
  }

  @Override
  public HttpAnswer answer(OpsCall call) {
    return replays
        .find(call.path("name"))
        .map(replay -> HttpAnswer.json(200, ReplayObject.of(replay), Map.of()))
        .orElseGet(Refusals::notFound);
  }
}

package navigator.ops.http;

import java.util.Map;
import navigator.contracts.http.HttpAnswer;
import navigator.ops.http.ReplayForm.Ordered;
import navigator.ops.replay.ReplayObject;
import navigator.ops.replay.ReplayOrder;
import navigator.ops.replay.StartReplay;
import navigator.ops.replay.StartVerdict;

/** {@code POST /ops/replays}: the function that drives replays finds it within a minute. */
final class OrderReplay implements OpsRoute {

  private final StartReplay starts;

  OrderReplay(StartReplay starts) {
    this.starts = starts;
  }

  @Override
  public HttpAnswer answer(OpsCall call) {
    return switch (JsonBody.of(call)) {
      case JsonBody.Refused(HttpAnswer answer) -> answer;
      case JsonBody.Fields(var fields) -> order(ReplayForm.ofOrder(fields), call.caller().userId());
    };
  }

  private HttpAnswer order(Ordered ordered, String actor) {
    return ordered.wanted().refusal().orElseGet(() -> started(ordered, actor));
  }

  private HttpAnswer started(Ordered ordered, String actor) {
    ReplayOrder order =
        new ReplayOrder(
            ordered.name(),
            actor,
            ordered.reason(),
            ordered.wanted().selection(),
            ordered.wanted().terms());
    return switch (starts.start(order)) {
      case StartVerdict.Started(var replay) -> {
        ReplayObject shown = ReplayObject.of(replay);
        yield HttpAnswer.json(201, shown, Map.of("Location", shown.urls().self()));
      }
      case StartVerdict.NameTaken _ -> Refusals.nameTaken();
    };
  }
}

package navigator.ops.http;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import navigator.contracts.http.Faults;
import navigator.contracts.http.HttpAnswer;
import navigator.contracts.http.JsonObject;
import navigator.ops.replay.CancelReplay;
import navigator.ops.replay.CancelVerdict;
import navigator.ops.replay.Replay;
import navigator.ops.replay.ReplayObject;

/** {@code POST /ops/replays/{name}/cancel}: one that has ended comes back as it is. */
final class EndReplay implements OpsRoute {

  private final CancelReplay cancels;

  EndReplay(CancelReplay cancels) {
    this.cancels = cancels;
  }

  @Override
  public HttpAnswer answer(OpsCall call) {
    return switch (JsonBody.of(call)) {
      case JsonBody.Refused(HttpAnswer answer) -> answer;
      case JsonBody.Fields(JsonObject fields) -> answer(call, fields);
    };
  }

  private HttpAnswer answer(OpsCall call, JsonObject fields) {
    BodyFields body = new BodyFields(fields, "", new Faults());
    body.refuseOthers(Set.of("reason"));
    String reason = ReasonForm.required(body);
    Optional<HttpAnswer> refusal = body.refusal();
    return refusal.isPresent()
        ? refusal.get()
        : of(cancels.cancel(call.path("name"), call.caller().userId(), reason));
  }

  private static HttpAnswer of(CancelVerdict verdict) {
    return switch (verdict) {
      case CancelVerdict.Cancelled(Replay now) -> found(now);
      case CancelVerdict.AlreadyEnded(Replay now) -> found(now);
      case CancelVerdict.Unknown _ -> Refusals.notFound();
    };
  }

  private static HttpAnswer found(Replay replay) {
    return HttpAnswer.json(200, ReplayObject.of(replay), Map.of());
  }
}

package navigator.ops.http;

import java.util.Map;
import navigator.contracts.http.HttpAnswer;
import navigator.ops.http.ReplayForm.Wanted;
import navigator.ops.replay.PlanReplay;
import navigator.ops.replay.ReplayPlanObject;

/** {@code POST /ops/replays/plan}: nothing is done. */
final class ShowReplayPlan implements OpsRoute {

  private final PlanReplay plans;

  ShowReplayPlan(PlanReplay plans) {
    this.plans = plans;
  }

  @Override
  public HttpAnswer answer(OpsCall call) {
    return switch (JsonBody.of(call)) {
      case JsonBody.Refused(HttpAnswer answer) -> answer;
      case JsonBody.Fields(var fields) -> plan(ReplayForm.ofPlan(fields));
    };
  }

  private HttpAnswer plan(Wanted wanted) {
    return wanted
        .refusal()
        .orElseGet(
            () ->
                HttpAnswer.json(
                    200,
                    ReplayPlanObject.of(plans.plan(wanted.selection(), wanted.terms())),
                    Map.of()));
  }
}

package navigator.ops.command;

import navigator.ops.replay.PlanReplay;
import navigator.ops.replay.ReplayPlan;
import navigator.ops.replay.ReplayPlanObject;

/** What a replay would do, as it is told. */
final class PlanText {

  private PlanText() {}

  static void tell(ReplayPlan plan, Output output) {
    if (output.isJson()) {
      output.json(ReplayPlanObject.of(plan));
    } else {
      print(plan, output);
    }
  }

  /** How many requests it is about. */
  static String requests(ReplayPlan plan) {
    return (plan.atLeast() ? "at least " : "") + plan.asked() + " requests";
  }

  private static void print(ReplayPlan plan, Output output) {
    if (plan.isEmpty()) {
      output.note("there is nothing to ask");
      return;
    }
    if (plan.asked() > 0) {
      Table table = new Table("CODE", "COUNT");
      ReplayPlanObject.of(plan).byCode().forEach(table::row);
      table.print(output);
      output.line(
          "%s%s, failed %s to %s"
              .formatted(
                  requests(plan),
                  plan.beyondMaximum() ? ", and there are more than --max" : "",
                  Text.time(plan.oldest()),
                  Text.time(plan.newest())));
    }
    if (plan.atLeast()) {
      output.line(
          "stopped counting at %s, after %s: there may be more"
              .formatted(Text.time(plan.countedUpTo()), Text.duration(PlanReplay.BUDGET)));
    }
    output.line("asking takes about " + Text.duration(plan.time()));
    plan.tokens()
        .ifPresentOrElse(
            tokens ->
                output.line(
                    "by earlier requests of these users that is about %d input and %d output tokens"
                        .formatted(tokens.input(), tokens.output())),
            () -> output.line("what it takes in tokens is not known"));
  }
}

package navigator.ops.command;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import navigator.ops.replay.ReplayPlan;

/** What a replay would do, as it is told. */
final class PlanText {

  private PlanText() {}

  static void tell(ReplayPlan plan, Output output) {
    if (output.isJson()) {
      output.json(json(plan));
    } else {
      print(plan, output);
    }
  }

  private static Map<String, Object> json(ReplayPlan plan) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("asked", plan.asked());
    json.put("beyond_maximum", plan.beyondMaximum());
    json.put("by_code", byCode(plan));
    json.put("seconds", plan.time().toSeconds());
    plan.tokens().ifPresent(tokens -> json.put("tokens", tokens));
    return json;
  }

  private static Map<String, Long> byCode(ReplayPlan plan) {
    Map<String, Long> byCode = new TreeMap<>();
    plan.byCode().forEach((code, count) -> byCode.put(code.wireName(), count));
    return byCode;
  }

  private static void print(ReplayPlan plan, Output output) {
    if (plan.asked() == 0) {
      output.note("there is nothing to ask");
      return;
    }
    Table table = new Table("CODE", "COUNT");
    byCode(plan).forEach(table::row);
    table.print(output);
    output.line(
        "%d requests%s, failed %s to %s"
            .formatted(
                plan.asked(),
                plan.beyondMaximum() ? ", and there are more than --max" : "",
                Text.time(plan.oldest()),
                Text.time(plan.newest())));
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

package navigator.ops.command;

import java.util.concurrent.Callable;
import navigator.ops.replay.ReplayPlan;
import navigator.ops.replay.ReplayTerms;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Tells what a replay would do. */
@Command(
    name = "plan",
    mixinStandardHelpOptions = true,
    description = "Tells what a replay would ask, by code, and how long it would take.",
    footer = Exit.FOOTER)
final class ReplayPlanCommand implements Callable<Integer> {

  @Mixin private Target target = new Target();
  @Mixin private ReplayOptions options = new ReplayOptions();
  @Mixin private Output output = new Output();

  @Override
  public Integer call() {
    ReplayTerms terms = options.terms();
    try (Session session = target.open()) {
      ReplayPlan plan = session.plan(options.selection(session.clock().instant()), terms);
      PlanText.tell(plan, output);
      return plan.isEmpty() ? Exit.NOTHING : Exit.OK;
    }
  }
}

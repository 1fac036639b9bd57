package navigator.ops.command;

import java.util.concurrent.Callable;
import navigator.ops.replay.ReplayOrder;
import navigator.ops.replay.ReplayPlan;
import navigator.ops.replay.ReplayTerms;
import navigator.ops.replay.Selection;
import navigator.ops.replay.StartVerdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Starts a replay and watches it. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = {
      "Starts a replay, drives it, and tells how it goes until it has ended.",
      "It is in the table: Ctrl-C leaves it running, driven by the stack."
    },
    footer = Exit.FOOTER)
final class ReplayRunCommand implements Callable<Integer> {

  @Mixin private Target target = new Target();
  @Mixin private ReplayOptions options = new ReplayOptions();
  @Mixin private Consent consent = new Consent();
  @Mixin private Output output = new Output();

  @Parameters(
      paramLabel = "NAME",
      description = "One that no replay has had: 1 to 64 of a-z, 0-9 and -.")
  private String name = "";

  @Override
  public Integer call() throws InterruptedException {
    if (!ReplayOrder.isName(name)) {
      throw CommandFailed.usage("'" + name + "' is no name: 1 to 64 of a-z, 0-9 and -");
    }
    ReplayTerms terms = options.terms();
    consent.check();
    try (Session session = target.open()) {
      Selection selection = options.selection(session.clock().instant());
      ReplayPlan plan = session.plan(selection, terms);
      if (consent.isDryRun() || plan.isEmpty()) {
        PlanText.tell(plan, output);
        return plan.isEmpty() ? Exit.NOTHING : Exit.OK;
      }
      if (!output.isJson()) {
        PlanText.tell(plan, output);
      }
      if (!consent.given("ask %s again?".formatted(PlanText.requests(plan)))) {
        throw CommandFailed.failed("nothing was done");
      }
      return run(session, selection, terms);
    }
  }

  private int run(Session session, Selection selection, ReplayTerms terms)
      throws InterruptedException {
    var operator = session.operator(consent.reason());
    StartVerdict started =
        session
            .starting()
            .start(new ReplayOrder(name, operator.actor(), operator.reason(), selection, terms));
    if (started instanceof StartVerdict.NameTaken) {
      throw CommandFailed.failed("there is a replay " + name + " already");
    }
    try (ReplayDrive drive = new ReplayDrive(session.driving(), name, output);
        Farewell _ = new Farewell(() -> leave(drive))) {
      return new ReplayWatch(session.replays(), output).untilItEnds(name);
    }
  }

  private void leave(ReplayDrive drive) {
    drive.close();
    output.note(ReplayText.goesOn(name));
  }
}

package navigator.local.demo;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import navigator.contracts.Role;
import navigator.local.client.ChatApi;
import navigator.local.stack.LocalStack;
import navigator.local.terminal.Ink;

/** The main job, watched: asks, follows every request's path, and looks whether all went well. */
public final class Demo {

  private final PathFeed feed;
  private final PrintWriter out;
  private final Summary summary;

  /**
   * A demonstration.
   *
   * @param feed gets what the stack's functions print
   */
  public Demo(PathFeed feed, PrintWriter out, Ink ink) {
    this.feed = feed;
    this.out = out;
    this.summary = new Summary(out, ink);
  }

  /**
   * Runs it on a stack whose Bedrock emulator plays the {@link Scenario#faults()}.
   *
   * @return whether everything ended as it should
   */
  public boolean run(LocalStack stack) throws InterruptedException {
    summary.questions(Scenario.QUESTIONS);
    feed.startAt(Instant.now());
    List<Asked> asked = new Interview(role -> api(stack, role), feed).ask(Scenario.QUESTIONS);
    summary.replies(asked);
    summary.stages(asked, feed);
    List<Check> checks = checks(stack, asked);
    summary.checks(checks);
    out.flush();
    return checks.stream().allMatch(Check::kept);
  }

  private List<Check> checks(LocalStack stack, List<Asked> asked) {
    var topology = stack.topology();
    var table = topology.tables().getFirst().name();
    try (StoredItems items =
        new StoredItems(stack.gatewayUrl(), topology.region(), stack.operator(), table)) {
      return new Checks(asked, items, feed::path).all();
    }
  }

  private static ChatApi api(LocalStack stack, Role role) {
    String user = role.name().toLowerCase(Locale.ROOT);
    return new ChatApi(stack.apiUrl(), stack.token(user, role));
  }
}

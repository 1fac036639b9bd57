package navigator.ops.http;

import java.util.Map;
import navigator.contracts.Role;
import navigator.contracts.http.HttpAnswer;

/**
 * Answers operators' calls. Whoever is no admin is told that there is no such thing, before
 * anything of the call is read. Safe for use by many threads.
 */
public final class AnswerOps {

  private final Map<String, OpsRoute> routes;

  public AnswerOps(OpsParts parts) {
    routes =
        Map.ofEntries(
            Map.entry("GET /ops/dead-letters", new ListDeadLetters(parts.list())),
            Map.entry("GET /ops/dead-letters/groups", new GroupDeadLetters(parts.groups())),
            Map.entry(
                "GET /ops/dead-letters/{dead_letter_id}", new ShowDeadLetter(parts.stories())),
            Map.entry("GET /ops/queues", new ShowQueues(parts.queues())),
            Map.entry("GET /ops/audit", new ListRecords(parts.audit(), parts.clock())),
            Map.entry("POST /ops/replays/plan", new ShowReplayPlan(parts.plans())),
            Map.entry("POST /ops/replays", new OrderReplay(parts.starts())),
            Map.entry("GET /ops/replays", new ListReplays(parts.replays())),
            Map.entry("GET /ops/replays/{name}", new ShowReplay(parts.replays())),
            Map.entry("POST /ops/replays/{name}/cancel", new EndReplay(parts.cancels())));
  }

  /**
   * The answer to a call.
   *
   * @throws IllegalStateException if the call's route is none of these
   */
  public HttpAnswer answer(OpsCall call) {
    if (call.caller().role() != Role.ADMIN) {
      return Refusals.notFound();
    }
    OpsRoute route = routes.get(call.route());
    if (route == null) {
      throw new IllegalStateException("The route " + call.route() + " is not ours");
    }
    try {
      return route.answer(call);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while answering " + call.route(), e);
    }
  }
}

package navigator.local.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import navigator.contracts.Role;
import navigator.local.chaos.OperatorAct.Terms;
import navigator.local.chaos.check.Operations.Command;
import navigator.local.client.ApiAnswer;
import navigator.local.client.ChatApi;
import navigator.local.stack.LocalStack;

/** An operator at the HTTP API, who tries again what failed, or does not. For one thread. */
final class ApiOperator implements AutoCloseable {

  private static final int MOST_TRIES = 4;
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(400);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(1_500);
  private static final int MOST_LOOKS = 20;
  private static final int MOST_IDS = 100;
  private static final String REPLAYS = "/ops/replays";
  private static final String LETTERS = "/ops/dead-letters";

  private final ChatApi api;
  private final String actor;
  private final OperatorPlan plan;
  private final Ledger ledger;

  ApiOperator(LocalStack stack, String operator, OperatorPlan plan, Ledger ledger) {
    String token = stack.token(operator, Role.ADMIN);
    this.api = new ChatApi(stack.apiUrl(), token);
    this.actor = subject(token);
    this.plan = plan;
    this.ledger = ledger;
  }

  private static String subject(String token) {
    try {
      return SignedJWT.parse(token).getJWTClaimsSet().getSubject();
    } catch (ParseException e) {
      throw new IllegalStateException("The stack's own token cannot be read", e);
    }
  }

  void look(String states) throws InterruptedException {
    var _ = read(LETTERS + "/groups");
    var _ = letters(states, MOST_IDS);
    var _ = read(REPLAYS);
  }

  /** Whether it was told that the replay is accepted. */
  boolean replay(OperatorAct.Replay act) throws InterruptedException {
    Optional<ObjectNode> selection = selection(act.reach());
    if (selection.isEmpty()) {
      return false;
    }
    if (act.planned()) {
      var body = JsonNodeFactory.instance.objectNode();
      body.set("selection", selection.get());
      var _ = api.post(REPLAYS + "/plan", body, JsonNode.class);
    }
    if (!start(act.name(), selection.get(), act.terms())) {
      return false;
    }
    switch (act.then()) {
      case LEAVE -> {
        // Whoever finds it drives it.
      }
      case WATCH -> watch(act.name());
      case CANCEL -> {
        Thread.sleep(act.after());
        cancel(act.name());
      }
    }
    return true;
  }

  /** Has the letters of some requests asked again. */
  void replay(List<String> ids) throws InterruptedException {
    start(plan.name(), selection(ids), plan.ofFew());
  }

  private Optional<ObjectNode> selection(OperatorAct.Reach reach) throws InterruptedException {
    return switch (reach) {
      case ALL -> Optional.of(JsonNodeFactory.instance.objectNode().put("all", true));
      case BY_CODE -> {
        List<String> codes = new ArrayList<>();
        read(LETTERS + "/groups").path("items").forEach(g -> codes.add(g.path("code").asText()));
        yield codes.isEmpty()
            ? Optional.empty()
            : Optional.of(JsonNodeFactory.instance.objectNode().put("code", plan.any(codes)));
      }
      case BY_ID -> {
        // Some of them are asked by another at this moment.
        List<String> ids = letters("parked,replaying", MOST_IDS);
        yield ids.isEmpty() ? Optional.empty() : Optional.of(selection(ids));
      }
    };
  }

  private static ObjectNode selection(List<String> ids) {
    ObjectNode selection = JsonNodeFactory.instance.objectNode();
    ids.forEach(selection.putArray("ids")::add);
    return selection;
  }

  private boolean start(String name, ObjectNode selection, Terms terms)
      throws InterruptedException {
    var body = JsonNodeFactory.instance.objectNode();
    body.put("name", name).put("reason", reason("replay", name)).put("rate", terms.rate());
    body.put("maximum", terms.maximum()).put("canary", terms.canary());
    body.put("stop_share", terms.stopShare()).put("deadline_seconds", terms.deadline());
    body.set("selection", selection);
    var answer = post(REPLAYS, body);
    // Nobody else has the name: it was a try before that was accepted.
    boolean told =
        answer instanceof ApiAnswer.Found<JsonNode>
            || (answer instanceof ApiAnswer.Refused<JsonNode>(var problem, var _)
                && problem.code().equals("replay_name_taken"));
    ledger.did(new Command("replay", name, List.of(), actor, body.path("reason").asText(), told));
    return told;
  }

  private void cancel(String name) throws InterruptedException {
    String reason = reason("cancel", name);
    var body = JsonNodeFactory.instance.objectNode().put("reason", reason);
    boolean told =
        post(REPLAYS + "/" + name + "/cancel", body)
                instanceof ApiAnswer.Found<JsonNode>(var now, var _)
            && now.hasNonNull("cancelled_at");
    ledger.did(new Command("cancel_replay", name, List.of(), actor, reason, told));
  }

  private String reason(String what, String name) {
    return "chaos wants to " + what + " " + name;
  }

  private void watch(String name) throws InterruptedException {
    for (int look = 0; look < MOST_LOOKS; look++) {
      Thread.sleep(BETWEEN_LOOKS);
      if (read(REPLAYS + "/" + name).hasNonNull("ended_at")) {
        return;
      }
    }
  }

  /** Whether there is a replay of that name, as far as the API says. */
  boolean shows(String name) throws InterruptedException {
    return read(REPLAYS + "/" + name).hasNonNull("name");
  }

  /** The requests of the newest letters in some states. */
  List<String> letters(String states, int most) throws InterruptedException {
    List<String> ids = new ArrayList<>();
    read(LETTERS + "?state=" + states + "&limit=" + most)
        .path("items")
        .forEach(letter -> ids.add(letter.path("id").asText()));
    return ids;
  }

  // Nothing if there is no answer: it is looked again some other time.
  private JsonNode read(String url) throws InterruptedException {
    return api.get(url, JsonNode.class) instanceof ApiAnswer.Found<JsonNode>(var found, var _)
        ? found
        : JsonNodeFactory.instance.missingNode();
  }

  private ApiAnswer<JsonNode> post(String url, ObjectNode body) throws InterruptedException {
    var answer = api.post(url, body, JsonNode.class);
    for (int tries = 1; tries < MOST_TRIES; tries++) {
      if (!(answer instanceof ApiAnswer.Failed<JsonNode> failed)
          || !failed.retryable()
          || !plan.triesAgain()) {
        return answer;
      }
      Thread.sleep(BETWEEN_TRIES.multipliedBy(tries).plus(failed.retryAfter()));
      answer = api.post(url, body, JsonNode.class);
    }
    return answer;
  }

  @Override
  public void close() {
    api.close();
  }
}

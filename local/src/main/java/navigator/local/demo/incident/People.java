package navigator.local.demo.incident;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import navigator.contracts.ConversationId;
import navigator.contracts.http.RequestObject;
import navigator.local.chaos.Ledger;
import navigator.local.client.ApiAnswer;
import navigator.local.client.ChatApi;
import navigator.local.stack.LocalStack;

/** Those who ask, each with a client of the API, and what they were told. For one thread. */
final class People implements AutoCloseable {

  private static final int MOST_TRIES = 5;
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final LocalStack stack;
  private final Ledger ledger;
  private final Map<String, ChatApi> apis = new HashMap<>();
  private final Map<String, ConversationId> conversations = new HashMap<>();
  private final List<Case> cases = new ArrayList<>();

  People(LocalStack stack, Ledger ledger) {
    this.stack = stack;
    this.ledger = ledger;
  }

  /**
   * Asks, to be answered within a time.
   *
   * @throws StoryBroken if it is not let in
   */
  void ask(Inquiry inquiry, Duration deadline) throws InterruptedException {
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("message", inquiry.text());
    body.put("deadline_seconds", deadline.toSeconds());
    Optional.ofNullable(conversations.get(inquiry.conversation()))
        .ifPresent(id -> body.put("conversation_id", id.value()));
    RequestObject accepted = submit(api(inquiry), body, inquiry);
    ledger.accepted(accepted, inquiry.text());
    conversations.put(inquiry.conversation(), accepted.conversationId());
    cases.add(Case.of(inquiry, accepted));
  }

  /**
   * Everybody looks at every request of theirs.
   *
   * @return all of them, in the order of their asking
   * @throws StoryBroken if one is not shown
   */
  List<Case> look() throws InterruptedException {
    for (int i = 0; i < cases.size(); i++) {
      Case one = cases.get(i);
      RequestObject found = found(api(one.inquiry()).request(one.id()), one.inquiry());
      ledger.told(found);
      cases.set(i, one.seen(found));
    }
    return List.copyOf(cases);
  }

  private ChatApi api(Inquiry inquiry) {
    return apis.computeIfAbsent(
        inquiry.person(),
        person -> new ChatApi(stack.apiUrl(), stack.token(person, inquiry.role())));
  }

  // Under one key: what is tried again is asked once.
  private static RequestObject submit(ChatApi api, ObjectNode body, Inquiry inquiry)
      throws InterruptedException {
    Optional<String> key = Optional.of(UUID.randomUUID().toString());
    ApiAnswer<RequestObject> answer = api.submit(body, key);
    for (int tries = 1; tries < MOST_TRIES; tries++) {
      if (!(answer instanceof ApiAnswer.Failed<RequestObject> failed) || !failed.retryable()) {
        break;
      }
      Thread.sleep(failed.retryAfter().plus(PAUSE));
      answer = api.submit(body, key);
    }
    return found(answer, inquiry);
  }

  private static RequestObject found(ApiAnswer<RequestObject> answer, Inquiry inquiry) {
    return switch (answer) {
      case ApiAnswer.Found<RequestObject>(RequestObject request, var _) -> request;
      case ApiAnswer.Failed<RequestObject> failed ->
          throw new StoryBroken(
              "%s got no answer in conversation %s: %s"
                  .formatted(inquiry.person(), inquiry.conversation(), failed.reason()));
    };
  }

  @Override
  public void close() {
    apis.values().forEach(ChatApi::close);
  }
}

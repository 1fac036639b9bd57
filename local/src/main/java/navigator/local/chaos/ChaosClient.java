package navigator.local.chaos;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import navigator.contracts.ConversationId;
import navigator.contracts.http.RequestObject;
import navigator.local.chaos.check.Promise;
import navigator.local.client.ApiAnswer;
import navigator.local.client.ChatApi;

/** A person in one conversation, with the habits of clients. For one thread. */
final class ChaosClient {

  private static final int MOST_TRIES = 8;
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);
  private static final Duration BETWEEN_POLLS = Duration.ofSeconds(3);
  private static final Duration LATEST_CANCEL = Duration.ofSeconds(3);
  private static final int SHORTEST_DEADLINE = 30;
  private static final int LONGEST_DEADLINE = 45;

  /** The latest deadline of a request after its acceptance. */
  static final Duration LONGEST_WAIT = Duration.ofSeconds(LONGEST_DEADLINE);

  private final ChatApi own;
  private final ChatApi other;
  private final RandomGenerator random;
  private final Ledger ledger;
  private final Injected injected;

  ChaosClient(
      ChatApi own, ChatApi other, RandomGenerator random, Ledger ledger, Injected injected) {
    this.own = own;
    this.other = other;
    this.random = random;
    this.ledger = ledger;
    this.injected = injected;
  }

  /** Asks and follows the request as far as the habits go; the conversation, if there is one. */
  Optional<ConversationId> turn(String question, Optional<ConversationId> conversation)
      throws InterruptedException {
    var request = submit(question, conversation);
    if (request.isEmpty()) {
      return conversation;
    }
    if (strikes(Kind.CLIENT_READ_ANOTHERS)) {
      peek(request.get());
    }
    if (strikes(Kind.CLIENT_CANCELLED)) {
      cancel(request.get());
    }
    if (!strikes(Kind.CLIENT_FIRED_AND_FORGOT) && !strikes(Kind.CLIENT_OVERTOOK_ITSELF)) {
      follow(request.get());
    }
    return Optional.of(request.get().conversationId());
  }

  // Without an idempotency key a second try may be a second request, so it asks in other words:
  // two requests with the same words are one that was submitted twice.
  private Optional<RequestObject> submit(String question, Optional<ConversationId> conversation)
      throws InterruptedException {
    var deadline = random.nextInt(SHORTEST_DEADLINE, LONGEST_DEADLINE + 1);
    Optional<String> key =
        strikes(Kind.CLIENT_USED_A_KEY)
            ? Optional.of(question.replace(' ', '-'))
            : Optional.empty();
    for (int tries = 1; tries <= MOST_TRIES; tries++) {
      var text = key.isPresent() ? question : question + " (try " + tries + ")";
      var body = JsonNodeFactory.instance.objectNode().put("message", text);
      body.put("deadline_seconds", deadline);
      conversation.ifPresent(id -> body.put("conversation_id", id.value()));
      var answer = own.submit(body, key);
      if (answer instanceof ApiAnswer.Found<RequestObject>(var request, var _)) {
        ledger.accepted(request, text);
        if (key.isPresent() && strikes(Kind.CLIENT_REPEATED_ITSELF)) {
          repeat(body, key, request);
        }
        return Optional.of(request);
      }
      injected.count(Kind.CLIENT_RETRIED);
      // As long as it is told to wait, if it is.
      var told =
          answer instanceof ApiAnswer.Failed<RequestObject> failed
              ? failed.retryAfter()
              : Duration.ZERO;
      Thread.sleep(told.plus(BETWEEN_TRIES.multipliedBy(tries)));
    }
    return Optional.empty();
  }

  private void repeat(ObjectNode body, Optional<String> key, RequestObject request)
      throws InterruptedException {
    if (own.submit(body, key) instanceof ApiAnswer.Found<RequestObject>(var again, var _)
        && !again.requestId().equals(request.requestId())) {
      ledger.breach(Promise.SUBMITTED_TWICE, request.requestId() + " and " + again.requestId());
    }
  }

  private void peek(RequestObject request) throws InterruptedException {
    var answer = other.request(request.requestId());
    if (answer instanceof ApiAnswer.Found<RequestObject>) {
      ledger.breach(Promise.READ_BY_OTHERS, request.requestId().value());
    }
  }

  // Queued, in flight, or answered by now: whichever it is, what the client is told has to last.
  private void cancel(RequestObject request) throws InterruptedException {
    Thread.sleep(random.nextLong(LATEST_CANCEL.toMillis()));
    if (own.cancel(request) instanceof ApiAnswer.Found<RequestObject>(var found, var _)) {
      ledger.told(found);
    }
  }

  /** Deletes a conversation, perhaps, whatever its requests are at. */
  void leave(ConversationId conversation) throws InterruptedException {
    if (strikes(Kind.CLIENT_DELETED) && own.delete(conversation)) {
      ledger.deleted(conversation);
    }
  }

  private void follow(RequestObject request) throws InterruptedException {
    var polls = (LONGEST_DEADLINE + 20) / BETWEEN_POLLS.toSeconds();
    for (int poll = 0; poll < polls; poll++) {
      Thread.sleep(BETWEEN_POLLS);
      var answer = own.request(request.requestId());
      if (answer instanceof ApiAnswer.Refused<RequestObject>(var problem, var _)
          && problem.status() == 404) {
        ledger.breach(Promise.LOST, request.requestId() + " has no status resource");
      }
      if (answer instanceof ApiAnswer.Found<RequestObject>(var found, var _)) {
        ledger.told(found);
        if (found.status().isTerminal()) {
          return;
        }
      }
    }
  }

  private boolean strikes(Kind kind) {
    var does = random.nextDouble() < kind.rate();
    if (does) {
      injected.count(kind);
    }
    return does;
  }
}

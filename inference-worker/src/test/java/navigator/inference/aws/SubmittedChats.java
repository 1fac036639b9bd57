package navigator.inference.aws;

import java.util.HashMap;
import java.util.Map;
import navigator.contracts.Status;
import navigator.contracts.queue.ChatRequest;
import navigator.contracts.table.Attribute;
import navigator.contracts.table.Key;
import navigator.contracts.table.Keys;
import navigator.contracts.testing.TestTable;
import navigator.inference.Outcome;
import navigator.inference.RequestFacts;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What lies in the table when a worker comes, and what may happen to it meanwhile. */
public final class SubmittedChats {

  private final TestTable table;

  public SubmittedChats(TestTable table) {
    this.table = table;
  }

  /** The request and its user message, as they are when the request is queued. */
  public ChatRequest submit(ChatRequest request) {
    Key pending = Keys.pending(request.requestId(), request.deadlineAt());
    table.put(
        Item.at(Keys.request(request.requestId()))
            .text(Attribute.PENDING_INDEX_PK, pending.partition())
            .text(Attribute.PENDING_INDEX_SK, pending.sort())
            .text(Attribute.REQUEST_ID, request.requestId().value())
            .text(Attribute.CONVERSATION_ID, request.conversationId().value())
            .text(Attribute.USER_ID, request.userId())
            .text(Attribute.ROLE, request.role().wireName())
            .text(Attribute.TURN, request.turn().toString())
            .text(Attribute.STATUS, Status.QUEUED.wireName())
            .number(Attribute.GENERATION, request.generation())
            .number(Attribute.ATTEMPTS, 0)
            .number(Attribute.CRASHES, 0)
            .text(Attribute.TRACEPARENT, request.traceparent().value())
            .attributes());
    table.put(
        Item.at(Keys.userMessage(request.conversationId(), request.turn()))
            .text(Attribute.MESSAGE, request.message())
            .text(Attribute.MESSAGE_REQUEST_ID, request.requestId().value())
            .attributes());
    return request;
  }

  /** The reply's message, as the outcome writer leaves it. */
  void reply(ChatRequest request, String text) {
    table.put(
        Item.at(Keys.assistantMessage(request.conversationId(), request.turn()))
            .text(Attribute.MESSAGE, text)
            .text(Attribute.MESSAGE_REQUEST_ID, request.requestId().value())
            .attributes());
  }

  /** The outcome of a generation, as a worker leaves it. */
  void outcome(ChatRequest request, int generation, Outcome outcome) {
    RequestFacts facts = RequestFacts.of(request);
    RequestFacts current =
        new RequestFacts(
            facts.requestId(),
            facts.conversationId(),
            facts.userId(),
            facts.role(),
            facts.turn(),
            generation,
            facts.traceparent());
    table.put(OutcomeItem.of(current, outcome).attributes());
    set(request, Attribute.OUTCOME_GENERATION, AttributeValue.fromN("" + generation));
  }

  void status(ChatRequest request, Status status) {
    set(request, Attribute.STATUS, AttributeValue.fromS(status.wireName()));
  }

  /** What a replay does to a request. */
  void replay(ChatRequest request, int generation) {
    set(request, Attribute.GENERATION, AttributeValue.fromN("" + generation));
  }

  /** What the sweeper, a cancellation or the outcome writer does to a request. */
  void end(ChatRequest request, Status status) {
    status(request, status);
    table
        .client()
        .updateItem(
            update ->
                update
                    .tableName(table.name())
                    .key(Item.key(Keys.request(request.requestId())))
                    .updateExpression("REMOVE GSI2PK, GSI2SK"));
  }

  /** What the deletion of its conversation does to a request and its answer. */
  void erase(ChatRequest request) {
    end(request, request(request).status());
    set(request, Attribute.ERASED_AT, AttributeValue.fromS("2026-03-02T10:00:00.000000Z"));
    Map<String, AttributeValue> outcome = table.item(Keys.outcome(request.requestId(), 0));
    if (!outcome.isEmpty()) {
      Map<String, AttributeValue> erased = new HashMap<>(outcome);
      erased.remove(Attribute.REPLY);
      table.put(erased);
    }
  }

  /** The request as it lies in the table. */
  RequestItem request(ChatRequest request) {
    return new RequestItem(stored(Keys.request(request.requestId())));
  }

  StoredItem stored(Key key) {
    return new StoredItem(table.item(key));
  }

  private void set(ChatRequest request, String attribute, AttributeValue value) {
    table.set(Keys.request(request.requestId()), attribute, value);
  }
}

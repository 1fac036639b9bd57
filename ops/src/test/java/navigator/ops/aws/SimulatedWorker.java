package navigator.ops.aws;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import navigator.contracts.ErrorCode;
import navigator.contracts.IsoMicros;
import navigator.contracts.RequestId;
import navigator.contracts.queue.ChatRequest;
import navigator.contracts.table.Attribute;
import navigator.contracts.table.DeadLetterState;
import navigator.contracts.table.Key;
import navigator.contracts.table.Keys;
import navigator.contracts.testing.ContractSchemas;
import navigator.contracts.testing.TestTable;
import navigator.contracts.wire.Read;
import navigator.contracts.wire.Wire;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.model.Message;

/** Ends what it receives, as the pipeline does: what is pending in its generation, once. */
public final class SimulatedWorker {

  private final TestTable table;
  private final TestRequestQueue queue;
  private final InstantSource clock;
  private final List<ChatRequest> received = new ArrayList<>();
  private final Map<String, Integer> ended = new HashMap<>();
  private Predicate<RequestId> answering = _ -> true;

  public SimulatedWorker(TestTable table, TestRequestQueue queue, InstantSource clock) {
    this.table = table;
    this.queue = queue;
    this.clock = clock;
  }

  /** From now on only those are answered. */
  public void answerOnly(Predicate<RequestId> some) {
    answering = some;
  }

  public void work() {
    List<Message> messages = queue.take();
    while (!messages.isEmpty()) {
      messages.forEach(this::end);
      messages = queue.take();
    }
  }

  /** Every message, the repeated ones too. */
  List<ChatRequest> received() {
    return received;
  }

  /** How many times each generation of a request ended, by deduplication id. */
  Map<String, Integer> ended() {
    return ended;
  }

  /** Ends a request that is pending: its letter is resolved, or parked again. */
  void end(RequestId id, boolean answered) {
    Row request = new Row(table.item(Keys.request(id)));
    Key key = Keys.request(id);
    table
        .client()
        .updateItem(
            update ->
                update
                    .tableName(table.name())
                    .key(Item.key(key))
                    .updateExpression("SET #s = :s, updated_at = :now REMOVE GSI2PK, GSI2SK")
                    .expressionAttributeNames(Map.of("#s", Attribute.STATUS))
                    .expressionAttributeValues(
                        Map.of(":s", text(answered ? "completed" : "fallback"), ":now", now())));
    letter(id, answered, request.integer(Attribute.GENERATION));
  }

  private void end(Message message) {
    Map<String, String> attributes = new HashMap<>();
    message.messageAttributes().forEach((name, value) -> attributes.put(name, value.stringValue()));
    assertThat(ContractSchemas.queueMessage("chat-requests.fifo", attributes, message.body()))
        .isEmpty();
    if (!(Wire.read(message.body(), ChatRequest.class)
        instanceof Read.Valid(ChatRequest request))) {
      throw new AssertionError("Not a request: " + message.body());
    }
    received.add(request);
    Row row = new Row(table.item(Keys.request(request.requestId())));
    boolean current = row.integer(Attribute.GENERATION) == request.generation();
    if (current && row.has(Attribute.PENDING_INDEX_PK)) {
      assertThat(row.time(Attribute.DEADLINE_AT)).isEqualTo(request.deadlineAt());
      end(request.requestId(), answering.test(request.requestId()));
      ended.merge(request.deduplicationId(), 1, Integer::sum);
    }
  }

  private void letter(RequestId id, boolean answered, int generation) {
    DeadLetterState state = answered ? DeadLetterState.RESOLVED : DeadLetterState.PARKED;
    Key key = Keys.deadLetter(id);
    Key index = Keys.deadLetterOfState(state, id, clock.instant());
    table.set(key, Attribute.STATE, text(state.wireName()));
    table.set(key, Attribute.PENDING_INDEX_PK, text(index.partition()));
    if (!answered) {
      table.set(key, Attribute.PENDING_INDEX_SK, text(index.sort()));
      table.set(key, Attribute.FAILED_AT, now());
      table.set(key, Attribute.GENERATION, AttributeValue.fromN("" + generation));
      List<AttributeValue> generations =
          new ArrayList<>(requireNonNull(table.item(key).get(Attribute.GENERATIONS)).l());
      generations.add(
          ParkedRequests.generation(generation, ErrorCode.MODEL_TIMEOUT, clock.instant()));
      table.set(key, Attribute.GENERATIONS, AttributeValue.fromL(generations));
    }
  }

  private AttributeValue now() {
    return text(IsoMicros.format(clock.instant()));
  }

  private static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }
}

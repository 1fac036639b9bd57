package navigator.ops.aws;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import navigator.contracts.ConversationId;
import navigator.contracts.DeadLetterId;
import navigator.contracts.ErrorCode;
import navigator.contracts.IsoMicros;
import navigator.contracts.RequestId;
import navigator.contracts.Role;
import navigator.contracts.SchemaVersion;
import navigator.contracts.Traceparent;
import navigator.contracts.Turn;
import navigator.contracts.queue.ChatRequest;
import navigator.contracts.table.Attribute;
import navigator.contracts.table.DeadLetterState;
import navigator.contracts.table.Key;
import navigator.contracts.table.Keys;
import navigator.contracts.testing.TestTable;
import navigator.contracts.wire.Wire;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Puts requests and dead letters into the table as the pipeline leaves them there. */
public final class StoredLetters {

  public static final Instant FAILED = Instant.parse("2026-03-02T09:30:00.123456Z");
  public static final ConversationId CONVERSATION =
      new ConversationId("0b5e3b5c-6a51-4c0e-9d0b-0c2c8a3f9f11");
  public static final String QUESTION = "I feel so alone tonight";
  public static final String SHOWN = "We could not answer. Call 988.";
  public static final String DETAIL = "Bedrock could not be reached.";
  public static final Duration RETENTION = Duration.ofDays(30);

  private static final Traceparent TRACE =
      new Traceparent("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");

  private final TestTable table;

  public StoredLetters(TestTable table) {
    this.table = table;
  }

  /** A kind of letter, to be put as often as it takes. */
  public record Kind(
      DeadLetterState state, ErrorCode code, String detail, String model, String userId) {

    public static final Kind USUAL =
        new Kind(DeadLetterState.PARKED, ErrorCode.MODEL_UNAVAILABLE, DETAIL, "sonnet", "ann");

    public Kind with(DeadLetterState other) {
      return new Kind(other, code, detail, model, userId);
    }

    public Kind with(ErrorCode other, String otherDetail) {
      return new Kind(state, other, otherDetail, model, userId);
    }

    public Kind ofModel(String other) {
      return new Kind(state, code, detail, other, userId);
    }

    public Kind ofUser(String other) {
      return new Kind(state, code, detail, model, other);
    }
  }

  /** A parked letter of a request, whose only generation has failed. */
  public DeadLetterId put(Kind kind, Instant failedAt) {
    return put(kind, RequestId.random(), failedAt);
  }

  public DeadLetterId put(Kind kind, RequestId id, Instant failedAt) {
    table.put(letter(kind, id, failedAt));
    return new DeadLetterId.OfRequest(id);
  }

  /** The same letter as an item, for who puts many at once. */
  public static Map<String, AttributeValue> letter(Kind kind, RequestId id, Instant failedAt) {
    Key index = Keys.deadLetterOfState(kind.state(), id, failedAt);
    Map<String, AttributeValue> item =
        new HashMap<>(
            Item.at(Keys.deadLetter(id))
                .inPendingIndex(index)
                .text(Attribute.REQUEST_ID, id.value())
                .text(Attribute.CONVERSATION_ID, CONVERSATION.value())
                .text(Attribute.USER_ID, kind.userId())
                .text(Attribute.ROLE, "staff")
                .text(Attribute.STATE, kind.state().wireName())
                .number(Attribute.GENERATION, 0)
                .text(Attribute.MODEL, kind.model())
                .text(Attribute.ERROR_CODE, kind.code().wireName())
                .text(Attribute.ERROR_DETAIL, kind.detail())
                .number(Attribute.ATTEMPTS, 5)
                .time(Attribute.FIRST_FAILURE_AT, failedAt.minusSeconds(60))
                .time(Attribute.LAST_FAILURE_AT, failedAt.minusSeconds(1))
                .time(Attribute.FAILED_AT, failedAt)
                .time(Attribute.UPDATED_AT, failedAt)
                .text(Attribute.ORIGINAL, Wire.write(original(id, failedAt)))
                .expiresAt(failedAt.plus(RETENTION))
                .attributes());
    item.put(Attribute.GENERATIONS, AttributeValue.fromL(List.of(generation(kind, failedAt))));
    return item;
  }

  private static AttributeValue generation(Kind kind, Instant failedAt) {
    return AttributeValue.fromM(
        Map.of(
            Attribute.GENERATION, AttributeValue.fromN("0"),
            Attribute.ERROR_CODE, AttributeValue.fromS(kind.code().wireName()),
            Attribute.ERROR_DETAIL, AttributeValue.fromS(kind.detail()),
            Attribute.ATTEMPTS, AttributeValue.fromN("5"),
            Attribute.FAILED_AT, AttributeValue.fromS(IsoMicros.format(failedAt))));
  }

  /** A letter of a message that could not be read. */
  public DeadLetterId putUnreadable(String messageId, Instant failedAt) {
    DeadLetterId id = new DeadLetterId.Unreadable(messageId);
    table.put(
        Item.at(Keys.deadLetter(id))
            .inPendingIndex(Keys.unreadableOfState(DeadLetterState.PARKED, messageId, failedAt))
            .text(Attribute.STATE, DeadLetterState.PARKED.wireName())
            .text(Attribute.BODY_PREFIX, QUESTION)
            .text(Attribute.BODY_SHA256, "ab12")
            .time(Attribute.FAILED_AT, failedAt)
            .expiresAt(failedAt.plus(RETENTION))
            .attributes());
    return id;
  }

  /** A request that fell back, with its outcome and its messages. */
  public void putRequest(RequestId id, Instant failedAt) {
    Turn turn = turn(failedAt);
    table.put(
        Item.at(Keys.request(id))
            .text(Attribute.REQUEST_ID, id.value())
            .text(Attribute.CONVERSATION_ID, CONVERSATION.value())
            .text(Attribute.USER_ID, "ann")
            .text(Attribute.ROLE, "staff")
            .text(Attribute.TURN, turn.toString())
            .text(Attribute.STATUS, "fallback")
            .number(Attribute.GENERATION, 0)
            .number(Attribute.ATTEMPTS, 5)
            .number(Attribute.CRASHES, 1)
            .text(Attribute.TRACEPARENT, TRACE.value())
            .text(Attribute.MODEL, "sonnet")
            .text(Attribute.ERROR_CODE, "model_unavailable")
            .text(Attribute.ERROR_DETAIL, DETAIL)
            .time(Attribute.CREATED_AT, turn.at())
            .time(Attribute.STARTED_AT, turn.at().plusSeconds(1))
            .time(Attribute.UPDATED_AT, failedAt)
            .time(Attribute.COMPLETED_AT, failedAt)
            .time(Attribute.DEADLINE_AT, turn.at().plusSeconds(900))
            .attributes());
    table.put(
        Item.at(Keys.outcome(id, 0))
            .number(Attribute.GENERATION, 0)
            .text(Attribute.KIND, Attribute.FAILED)
            .text(Attribute.ERROR_CODE, "model_unavailable")
            .text(Attribute.ERROR_DETAIL, DETAIL)
            .text(Attribute.MODEL, "sonnet")
            .number(Attribute.ATTEMPTS, 5)
            .time(Attribute.STORED_AT, failedAt.minusSeconds(1))
            .attributes());
    table.put(
        Item.at(Keys.userMessage(CONVERSATION, turn))
            .text(Attribute.MESSAGE, QUESTION)
            .attributes());
    table.put(
        Item.at(Keys.assistantMessage(CONVERSATION, turn))
            .text(Attribute.MESSAGE, SHOWN)
            .attributes());
  }

  private static Turn turn(Instant failedAt) {
    return new Turn(failedAt.minusSeconds(120));
  }

  private static ChatRequest original(RequestId id, Instant failedAt) {
    return new ChatRequest(
        SchemaVersion.CURRENT,
        id,
        CONVERSATION,
        "ann",
        Role.STAFF,
        QUESTION,
        turn(failedAt),
        turn(failedAt).at(),
        turn(failedAt).at().plusSeconds(900),
        0,
        TRACE);
  }
}

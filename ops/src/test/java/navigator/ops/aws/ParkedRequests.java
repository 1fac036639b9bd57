package navigator.ops.aws;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import navigator.contracts.ConversationId;
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

/** Puts requests that fell back, and their dead letters, into the table as the pipeline does. */
public final class ParkedRequests {

  static final Instant FAILED_AT = Instant.parse("2026-03-02T10:00:00Z");
  static final String MODEL = "sonnet";

  /** Beyond what a test takes, and below the deadline of a replay. */
  private static final Duration KEPT = Duration.ofMinutes(150);

  private final TestTable table;

  public ParkedRequests(TestTable table) {
    this.table = table;
  }

  /** So many of them, a second apart, the oldest first. */
  public List<RequestId> park(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> park(FAILED_AT.plusSeconds(i), ErrorCode.MODEL_UNAVAILABLE, "ann"))
        .toList();
  }

  RequestId park(Instant failedAt, ErrorCode code, String user) {
    ChatRequest original = original(failedAt, user);
    table.put(request(original, failedAt, code));
    table.put(letter(original, failedAt, code));
    return original.requestId();
  }

  /** A letter that names no request. */
  void parkUnreadable(String messageId) {
    Key index = Keys.unreadableOfState(DeadLetterState.PARKED, messageId, FAILED_AT);
    table.put(
        Item.at(Keys.unreadable(messageId))
            .inPendingIndex(index)
            .text(Attribute.STATE, DeadLetterState.PARKED.wireName())
            .time(Attribute.FAILED_AT, FAILED_AT)
            .attributes());
  }

  private static ChatRequest original(Instant failedAt, String user) {
    Instant accepted = failedAt.minusSeconds(900);
    return new ChatRequest(
        SchemaVersion.CURRENT,
        RequestId.random(),
        ConversationId.random(),
        user,
        Role.STAFF,
        "How do I teach?",
        new Turn(accepted),
        accepted,
        failedAt,
        0,
        Traceparent.ofHeader(null));
  }

  // With all that a worker may have left on it.
  private static Map<String, AttributeValue> request(
      ChatRequest original, Instant failedAt, ErrorCode code) {
    return Item.at(Keys.request(original.requestId()))
        .inUserIndex(
            Keys.requestOfUser(original.userId(), original.acceptedAt(), original.requestId()))
        .text(Attribute.REQUEST_ID, original.requestId().value())
        .text(Attribute.CONVERSATION_ID, original.conversationId().value())
        .text(Attribute.USER_ID, original.userId())
        .text(Attribute.ROLE, original.role().wireName())
        .text(Attribute.TURN, original.turn().toString())
        .text(Attribute.STATUS, "fallback")
        .number(Attribute.GENERATION, 0)
        .number(Attribute.ATTEMPTS, 5)
        .number(Attribute.CRASHES, 2)
        .number(Attribute.TICKET, 17)
        .number(Attribute.OUTCOME_GENERATION, 0)
        .text(Attribute.LAST_FAULT, code.wireName())
        .text(Attribute.ERROR_CODE, code.wireName())
        .text(Attribute.ERROR_DETAIL, "It did not answer.")
        .time(Attribute.FIRST_FAILURE_AT, failedAt.minusSeconds(60))
        .time(Attribute.LAST_FAILURE_AT, failedAt)
        .time(Attribute.DEFERRED_UNTIL, failedAt)
        .text(Attribute.TRACEPARENT, original.traceparent().value())
        .time(Attribute.CREATED_AT, original.acceptedAt())
        .time(Attribute.UPDATED_AT, failedAt)
        .time(Attribute.COMPLETED_AT, failedAt)
        .time(Attribute.DEADLINE_AT, failedAt)
        .expiresAt(failedAt.plus(KEPT))
        .attributes();
  }

  private static Map<String, AttributeValue> letter(
      ChatRequest original, Instant failedAt, ErrorCode code) {
    Map<String, AttributeValue> letter =
        new HashMap<>(withoutGenerations(original, failedAt, code));
    letter.put(Attribute.GENERATIONS, AttributeValue.fromL(List.of(generation(0, code, failedAt))));
    return letter;
  }

  /** How a letter remembers a failure. */
  static AttributeValue generation(int generation, ErrorCode code, Instant failedAt) {
    return AttributeValue.fromM(
        Map.of(
            Attribute.GENERATION, AttributeValue.fromN("" + generation),
            Attribute.ERROR_CODE, AttributeValue.fromS(code.wireName()),
            Attribute.ERROR_DETAIL, AttributeValue.fromS("It did not answer."),
            Attribute.FAILED_AT, AttributeValue.fromS(IsoMicros.format(failedAt))));
  }

  private static Map<String, AttributeValue> withoutGenerations(
      ChatRequest original, Instant failedAt, ErrorCode code) {
    RequestId id = original.requestId();
    return Item.at(Keys.deadLetter(id))
        .inPendingIndex(Keys.deadLetterOfState(DeadLetterState.PARKED, id, failedAt))
        .text(Attribute.REQUEST_ID, id.value())
        .text(Attribute.USER_ID, original.userId())
        .text(Attribute.STATE, DeadLetterState.PARKED.wireName())
        .number(Attribute.GENERATION, 0)
        .text(Attribute.MODEL, MODEL)
        .text(Attribute.ERROR_CODE, code.wireName())
        .time(Attribute.FAILED_AT, failedAt)
        .time(Attribute.UPDATED_AT, failedAt)
        .text(Attribute.ORIGINAL, Wire.write(original))
        .expiresAt(failedAt.plus(KEPT))
        .attributes();
  }
}

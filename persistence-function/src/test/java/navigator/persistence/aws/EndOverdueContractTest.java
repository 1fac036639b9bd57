package navigator.persistence.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import navigator.contracts.ErrorCode;
import navigator.contracts.RequestId;
import navigator.contracts.Role;
import navigator.contracts.Status;
import navigator.contracts.Turn;
import navigator.contracts.metric.Metric;
import navigator.contracts.reply.FallbackReply;
import navigator.contracts.table.Attribute;
import navigator.contracts.table.Keys;
import navigator.contracts.testing.CapturedLog;
import navigator.contracts.testing.TestTable;
import navigator.persistence.Chats;
import navigator.persistence.EndOverdue;
import navigator.persistence.OutcomeConfig;
import navigator.persistence.StoredMessage;
import navigator.persistence.StoredRequest;
import navigator.persistence.Verdict;
import navigator.persistence.WriteOutcome;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class EndOverdueContractTest {

  private static final Instant OVERDUE = Chats.DEADLINE.plus(EndOverdue.GRACE).plusSeconds(1);

  private final TestTable table = TestTable.create();
  private final ChatTable chatTable = new ChatTable(table.client(), table.name());

  @Test
  void aRequestThatWasNeverQueuedEndsInAFallback() throws Exception {
    StoredChat.put(table);
    assertThat(endAll(OVERDUE)).isOne();
    StoredRequest request = request(Chats.ID);
    assertThat(request.status()).isEqualTo(Status.FALLBACK);
    assertThat(request.pending()).isFalse();
    assertThat(request.progress().errorCode()).isEqualTo(ErrorCode.DEADLINE_EXCEEDED);
    assertThat(reply().text()).isEqualTo(FallbackReply.of(Role.STAFF));
    assertThat(reply().fallbackReason()).isEqualTo(ErrorCode.DEADLINE_EXCEEDED);
    assertThat(table.item(Keys.deadLetter(Chats.ID)))
        .containsEntry("error_code", AttributeValue.fromS("deadline_exceeded"))
        .containsKey(Attribute.ORIGINAL);
  }

  @Test
  void anAnswerMayStillComeWithinTheGrace() throws Exception {
    StoredChat.put(table);
    assertThat(endAll(Chats.DEADLINE.plus(EndOverdue.GRACE))).isZero();
    assertThat(request(Chats.ID).status()).isEqualTo(Status.QUEUED);
  }

  @Test
  void aStoredAnswerIsPersistedInsteadOfAFallback() throws Exception {
    StoredChat.put(table);
    StoredChat.claim(table);
    table.put(
        outcome(0, Attribute.ANSWERED)
            .text(Attribute.REPLY, "Open Courses.")
            .text(Attribute.MODEL, "sonnet")
            .text(Attribute.STOP_REASON, "max_tokens")
            .attributes());
    table.set(
        Keys.outcome(Chats.ID, 0),
        Attribute.USAGE,
        AttributeValue.fromM(Map.of(Attribute.INPUT_TOKENS, AttributeValue.fromN("7"))));
    assertThat(endAll(OVERDUE)).isOne();
    StoredRequest request = request(Chats.ID);
    assertThat(request.status()).isEqualTo(Status.COMPLETED);
    assertThat(request.progress().stopReason()).isEqualTo("max_tokens");
    assertThat(request.progress().attempts()).isEqualTo(3);
    assertThat(reply().text()).isEqualTo("Open Courses.");
    assertThat(reply().timestamp()).isEqualTo(Chats.ENDED);
  }

  @Test
  void aStoredFailureKeepsItsCode() throws Exception {
    StoredChat.put(table);
    table.put(
        outcome(0, Attribute.FAILED)
            .text(Attribute.MODEL, "sonnet")
            .text(Attribute.ERROR_CODE, "crashed")
            .text(Attribute.ERROR_DETAIL, "Three workers died over it.")
            .attributes());
    endAll(OVERDUE);
    assertThat(request(Chats.ID).progress().errorCode()).isEqualTo(ErrorCode.CRASHED);
  }

  @Test
  void anOutcomeOfAnEarlierGenerationIsNotTheReplays() throws Exception {
    StoredChat.put(table);
    StoredChat.replay(table, 1);
    table.put(
        outcome(0, Attribute.FAILED)
            .text(Attribute.ERROR_CODE, "crashed")
            .text(Attribute.ERROR_DETAIL, "Three workers died over it.")
            .attributes());
    endAll(OVERDUE);
    assertThat(request(Chats.ID).progress().errorCode()).isEqualTo(ErrorCode.DEADLINE_EXCEEDED);
  }

  @Test
  void theAnswerThatComesAfterAllSupersedesTheFallback() throws Exception {
    StoredChat.put(table);
    endAll(OVERDUE);
    assertThat(writer(OVERDUE.plusSeconds(1)).write(Chats.answered(0)))
        .isEqualTo(Verdict.PERSISTED);
    assertThat(request(Chats.ID).status()).isEqualTo(Status.COMPLETED);
    assertThat(endAll(OVERDUE.plusSeconds(60))).isZero();
  }

  @Test
  void everyShardIsEnded() throws Exception {
    IntStream.range(0, 40)
        .forEach(i -> StoredChat.put(table, RequestId.random(), turn(i), Chats.DEADLINE));
    assertThat(endAll(OVERDUE)).isEqualTo(40);
    assertThat(endAll(OVERDUE)).isZero();
  }

  @Test
  void aShardIsEndedBeyondTheFirstPageOfIt() throws Exception {
    List<RequestId> ids =
        Stream.generate(RequestId::random)
            .filter(id -> shard(id).equals(Keys.pendingPartition(0)))
            .limit(101)
            .toList();
    IntStream.range(0, 101)
        .forEach(i -> StoredChat.put(table, ids.get(i), turn(i), Chats.DEADLINE));
    assertThat(endAll(OVERDUE)).isEqualTo(101);
  }

  private static String shard(RequestId id) {
    return Keys.pending(id, Chats.DEADLINE).partition();
  }

  @Test
  void oneRequestThatCannotBeEndedKeepsNoOtherFromIt() throws Exception {
    StoredChat.put(table);
    IntStream.range(0, 40)
        .forEach(i -> StoredChat.put(table, RequestId.random(), turn(i), Chats.DEADLINE));
    table.set(Keys.request(Chats.ID), Attribute.ROLE, AttributeValue.fromS("janitor"));
    assertThat(endAll(OVERDUE)).isEqualTo(40);
  }

  @Test
  void whatThereIsNoTimeForIsLeftToTheNextRun() throws Exception {
    StoredChat.put(table);
    assertThat(endOverdue(OVERDUE).endAll(() -> false)).isZero();
    assertThat(request(Chats.ID).pending()).isTrue();
  }

  @Test
  void everySweepTellsHowLongTheOldestWaitsAndIsOverdue() throws Exception {
    StoredChat.put(table);
    StoredChat.put(table, RequestId.random(), turn(40), Chats.DEADLINE.plusSeconds(40));
    Instant now = Chats.DEADLINE.plusSeconds(7);
    try (CapturedLog log = CapturedLog.start()) {
      assertThat(endAll(now)).isZero();

      assertThat(log.total(Metric.OLDEST_PENDING_AGE))
          .isEqualTo(Duration.between(Chats.TURN.at(), now).toSeconds());
      assertThat(log.total(Metric.OLDEST_OVERDUE_AGE)).isEqualTo(7);
      assertThat(log.total(Metric.REQUESTS_OVERDUE)).isZero();
    }
  }

  @Test
  void aSweepThatFindsNothingTellsThatNothingWaits() throws Exception {
    try (CapturedLog log = CapturedLog.start()) {
      endAll(OVERDUE);

      assertThat(log.json()).contains("\"OldestPendingAge\":0", "\"OldestOverdueAge\":0");
    }
  }

  @Test
  void nobodyWaitsForAReplayButItHasADeadline() throws Exception {
    StoredChat.put(table);
    StoredChat.replay(table, 1);
    try (CapturedLog log = CapturedLog.start()) {
      endAll(Chats.DEADLINE.plusSeconds(5));

      assertThat(log.total(Metric.OLDEST_PENDING_AGE)).isZero();
      assertThat(log.total(Metric.OLDEST_OVERDUE_AGE)).isEqualTo(5);
    }
  }

  @Test
  void anOldestThatCannotBeReadKeepsNoOtherFromItsEnd() throws Exception {
    RequestId broken = RequestId.random();
    StoredChat.put(table, broken, turn(1), Chats.DEADLINE.minusSeconds(5));
    table.set(Keys.request(broken), Attribute.CREATED_AT, AttributeValue.fromS("long ago"));
    IntStream.range(2, 42)
        .forEach(i -> StoredChat.put(table, RequestId.random(), turn(i), Chats.DEADLINE));

    assertThat(endAll(OVERDUE)).isEqualTo(40);
  }

  @Test
  void whatItEndsIsCountedAndWhatItCannotEndIsAFault() throws Exception {
    RequestId broken = RequestId.random();
    StoredChat.put(table);
    StoredChat.put(table, broken, turn(1), Chats.DEADLINE);
    table.set(Keys.request(broken), Attribute.ROLE, AttributeValue.fromS("janitor"));
    try (CapturedLog log = CapturedLog.start()) {
      endAll(OVERDUE);

      assertThat(log.total(Metric.REQUESTS_OVERDUE)).isOne();
      assertThat(log.total(Metric.FALLBACKS)).isOne();
      assertThat(log.total(Metric.FAULTS)).isOne();
    }
  }

  private int endAll(Instant now) throws InterruptedException {
    return endOverdue(now).endAll(() -> true);
  }

  private EndOverdue endOverdue(Instant now) {
    return new EndOverdue(
        chatTable.overdueIndex(),
        chatTable.requests(),
        chatTable.storedOutcomes(),
        writer(now),
        () -> now);
  }

  private WriteOutcome writer(Instant now) {
    OutcomeConfig config =
        new OutcomeConfig(table.name(), Duration.ofDays(365), Duration.ofDays(30));
    return new WriteOutcome(
        chatTable.requests(), chatTable.messages(), chatTable.outcomes(config), () -> now);
  }

  private static Item outcome(int generation, String kind) {
    return Item.at(Keys.outcome(Chats.ID, generation))
        .text(Attribute.KIND, kind)
        .number(Attribute.ATTEMPTS, 3)
        .time(Attribute.STORED_AT, Chats.ENDED);
  }

  private static Turn turn(int i) {
    return new Turn(Chats.ACCEPTED.plusSeconds(i + 1));
  }

  private StoredRequest request(RequestId id) {
    return chatTable.requests().find(id).orElseThrow();
  }

  private StoredMessage reply() {
    return chatTable
        .messages()
        .find(Keys.assistantMessage(Chats.CONVERSATION, Chats.TURN))
        .orElseThrow();
  }
}

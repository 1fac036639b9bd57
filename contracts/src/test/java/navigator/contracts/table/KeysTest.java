package navigator.contracts.table;

import static navigator.contracts.Samples.AT;
import static navigator.contracts.Samples.CONVERSATION;
import static navigator.contracts.Samples.REQUEST;
import static navigator.contracts.Samples.TURN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import navigator.contracts.RequestId;
import navigator.contracts.Turn;
import org.junit.jupiter.api.Test;

class KeysTest {

  @Test
  void theKeysAreThoseOfTheDataModel() {
    assertThat(Keys.conversation(CONVERSATION))
        .isEqualTo(new Key("CONV#" + CONVERSATION, "CONVERSATION"));
    assertThat(Keys.userMessage(CONVERSATION, TURN))
        .isEqualTo(new Key("CONV#" + CONVERSATION, "MSG#2026-03-02T09:15:00.120000Z#USER"));
    assertThat(Keys.assistantMessage(CONVERSATION, TURN))
        .isEqualTo(new Key("CONV#" + CONVERSATION, "MSG#2026-03-02T09:15:00.120001Z#ASSISTANT"));
    assertThat(Keys.request(REQUEST)).isEqualTo(new Key("REQUEST#" + REQUEST, "REQUEST"));
    assertThat(Keys.outcome(REQUEST, 2)).isEqualTo(new Key("REQUEST#" + REQUEST, "OUTCOME#2"));
    assertThat(Keys.deadLetter(REQUEST)).isEqualTo(new Key("REQUEST#" + REQUEST, "DEADLETTER"));
    assertThat(Keys.unreadable("m-1")).isEqualTo(new Key("UNREADABLE#m-1", "DEADLETTER"));
    assertThat(Keys.quota("us-west-2", "us.model-1:0"))
        .isEqualTo(new Key("QUOTA#us-west-2#us.model-1:0", "QUOTA"));
    assertThat(Keys.limits("u")).isEqualTo(new Key("LIMITS#u", "LIMITS"));
  }

  @Test
  void theIndexKeysAreThoseOfTheDataModel() {
    assertThat(Keys.messageOfUser("u", CONVERSATION, AT))
        .isEqualTo(new Key("USER#u", "CONV#" + CONVERSATION + "#2026-03-02T09:15:00.120000Z"));
    assertThat(Keys.conversationOfUser("u", AT, CONVERSATION))
        .isEqualTo(new Key("USER#u", "CONVERSATION#2026-03-02T09:15:00.120000Z#" + CONVERSATION));
    assertThat(Keys.requestOfUser("u", AT, REQUEST))
        .isEqualTo(new Key("USER#u", "REQUEST#2026-03-02T09:15:00.120000Z#" + REQUEST));
  }

  @Test
  void theKeysOfReplaysAndRecordsAreThoseOfTheDataModel() {
    assertThat(Keys.replay("march-2")).isEqualTo(new Key("REPLAY#march-2", "REPLAY"));
    assertThat(Keys.replayEntry("march-2", REQUEST, AT))
        .isEqualTo(new Key("REPLAY#march-2", "ENTRY#2026-03-02T09:15:00.120000Z#" + REQUEST));
    assertThat(Keys.replayOfState(ReplayState.DRAINING, "march-2", AT))
        .isEqualTo(new Key("REPLAY#active", "2026-03-02T09:15:00.120000Z#march-2"));
    assertThat(Keys.replayOfState(ReplayState.STOPPED, "march-2", AT))
        .isEqualTo(new Key("REPLAY#ended", "2026-03-02T09:15:00.120000Z#march-2"));
    assertThat(Keys.audit(AT, "r"))
        .isEqualTo(new Key("AUDIT#2026-03", "2026-03-02T09:15:00.120000Z#r"));
  }

  @Test
  void historyEndsBeforeTheTurnAndAfterTheReplyBefore() {
    Turn next = Turn.next(TURN.at(), TURN);
    String end = Keys.messagesBefore(next);
    assertThat(Keys.assistantMessage(CONVERSATION, TURN).sort()).isLessThan(end);
    assertThat(Keys.userMessage(CONVERSATION, next).sort()).isGreaterThan(end);
    assertThat(end).startsWith(Keys.messagePrefix());
  }

  @Test
  void requestsAcceptedAfterATimeAreThoseBetweenItsMarkAndTheEnd() {
    String then = Keys.requestOfUser("u", AT, REQUEST).sort();
    String later = Keys.requestOfUser("u", AT.plusNanos(1_000), REQUEST).sort();
    assertThat(Keys.requestsAfter(AT)).isGreaterThan(then).isLessThan(later);
    assertThat(then).startsWith(Keys.requestPrefix()).isLessThan(Keys.requestsEnd());
    assertThat(Keys.conversationOfUser("u", AT, CONVERSATION).sort())
        .isLessThan(Keys.requestPrefix());
  }

  @Test
  void everyShardOfThePendingIndexIsUsedAndSwept() {
    Stream<String> swept = IntStream.range(0, Keys.PENDING_SHARDS).mapToObj(Keys::pendingPartition);
    Stream<String> used =
        Stream.generate(RequestId::random)
            .limit(1000)
            .map(id -> Keys.pending(id, AT).partition())
            .distinct();
    assertThat(used).containsExactlyInAnyOrderElementsOf(swept.toList());
  }

  @Test
  void pendingRequestsSortByTheirDeadline() {
    assertThat(Keys.pending(REQUEST, AT).sort())
        .isLessThan(Keys.pending(REQUEST, AT.plusNanos(1_000)).sort())
        .startsWith("2026-03-02T09:15:00.120000Z#");
  }
}

package navigator.inference.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import navigator.contracts.ConversationId;
import navigator.contracts.ErrorCode;
import navigator.contracts.RequestId;
import navigator.contracts.Role;
import navigator.contracts.SchemaVersion;
import navigator.contracts.Status;
import navigator.contracts.Turn;
import navigator.contracts.queue.ChatRequest;
import navigator.contracts.table.Attribute;
import navigator.contracts.table.Keys;
import navigator.contracts.testing.TestTable;
import navigator.inference.AnsweredTurn;
import navigator.inference.HistoryLimits;
import navigator.inference.RequestFacts;
import navigator.inference.Samples;
import org.junit.jupiter.api.Test;

class HistoriesContractTest {

  private static final HistoryLimits LIMITS = new HistoryLimits(10, 8_000);

  private final TestTable table = TestTable.create();
  private final SubmittedChats chats = new SubmittedChats(table);
  private final ConversationId conversation = ConversationId.random();

  @Test
  void aFirstQuestionHasNoHistory() {
    assertThat(before(turn(0))).isEmpty();
  }

  @Test
  void answersComeFromTheOutcomesWhetherOrNotTheRepliesAreThere() {
    ChatRequest first = answered(turn(0), "a0");
    chats.reply(first, "a0");
    answered(turn(1), "a1");

    assertThat(before(turn(2)))
        .containsExactly(new AnsweredTurn("q0", "a0"), new AnsweredTurn("q1", "a1"));
  }

  @Test
  void whatWasNeverAnsweredNeverReachesTheModel() {
    ChatRequest fellBack = turn(0);
    chats.outcome(fellBack, 0, Samples.failed(ErrorCode.MODEL_TIMEOUT));
    chats.reply(fellBack, "A fallback reply.");
    chats.end(turn(1), Status.CANCELLED);
    turn(2);
    answered(turn(3), "a3");

    assertThat(before(turn(4))).containsExactly(new AnsweredTurn("q3", "a3"));
  }

  @Test
  void laterTurnsAreNotHistory() {
    answered(turn(0), "a0");
    ChatRequest asked = turn(1);
    answered(turn(2), "a2");

    assertThat(before(asked)).containsExactly(new AnsweredTurn("q0", "a0"));
  }

  @Test
  void theAnswerOfAReplayCounts() {
    ChatRequest replayed = turn(0);
    chats.outcome(replayed, 0, Samples.failed(ErrorCode.ACCESS_DENIED));
    chats.replay(replayed, 2);
    chats.outcome(replayed, 2, Samples.answered("a0, at last"));

    assertThat(before(turn(1))).containsExactly(new AnsweredTurn("q0", "a0, at last"));
  }

  @Test
  void theNewestTurnsAreKept() {
    IntStream.range(0, 9).forEach(n -> chats.reply(answered(turn(n), "a" + n), "a" + n));

    assertThat(before(turn(9)))
        .extracting(AnsweredTurn::question)
        .containsExactly("q4", "q5", "q6", "q7", "q8");
  }

  @Test
  void itLooksBehindManyUnansweredTurns() {
    answered(turn(0), "a0");
    IntStream.range(1, 40).forEach(this::turn);

    assertThat(before(turn(40))).containsExactly(new AnsweredTurn("q0", "a0"));
  }

  @Test
  void erasedTextIsNotHistory() {
    ChatRequest erased = answered(turn(0), "a0");
    table.put(
        Item.at(Keys.userMessage(conversation, erased.turn()))
            .text(Attribute.MESSAGE_REQUEST_ID, erased.requestId().value())
            .attributes());

    assertThat(before(turn(1))).isEmpty();
  }

  @Test
  void anotherConversationIsNotHistory() {
    chats.outcome(chats.submit(Samples.request()), 0, Samples.answered("Another's."));

    assertThat(before(turn(1))).isEmpty();
  }

  private List<AnsweredTurn> before(ChatRequest request) {
    return new Histories(TestClients.of(table).dynamo(), table.name(), LIMITS)
        .before(RequestFacts.of(request));
  }

  private ChatRequest answered(ChatRequest request, String answer) {
    chats.outcome(request, 0, Samples.answered(answer));
    return request;
  }

  private ChatRequest turn(int n) {
    return chats.submit(
        new ChatRequest(
            SchemaVersion.CURRENT,
            RequestId.random(),
            conversation,
            "user-1",
            Role.STAFF,
            "q" + n,
            new Turn(Samples.ACCEPTED.plusMillis(n)),
            Samples.ACCEPTED,
            Samples.DEADLINE,
            0,
            Samples.TRACE));
  }
}

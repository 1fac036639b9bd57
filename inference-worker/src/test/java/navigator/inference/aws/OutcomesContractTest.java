package navigator.inference.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.Map;
import java.util.Random;
import navigator.contracts.ErrorCode;
import navigator.contracts.Status;
import navigator.contracts.queue.ChatRequest;
import navigator.contracts.table.Attribute;
import navigator.contracts.table.Keys;
import navigator.contracts.testing.TestTable;
import navigator.inference.Outcome;
import navigator.inference.RequestFacts;
import navigator.inference.Samples;
import navigator.inference.Stored;
import navigator.inference.VirtualClock;
import navigator.inference.aws.ScriptedAws.Answer;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkException;

class OutcomesContractTest {

  private static final Duration RETENTION = Duration.ofDays(365);

  private final TestTable table = TestTable.create();
  private final SubmittedChats chats = new SubmittedChats(table);
  private final Clients clients = TestClients.of(table);
  private final Outcomes outcomes = new Outcomes(clients.dynamo(), table.name(), RETENTION);
  private final ChatRequest request = chats.submit(Samples.request());
  private final RequestFacts facts = RequestFacts.of(request);

  @Test
  void theFirstOutcomeIsStoredAndMarksTheRequest() {
    claim();
    Outcome.Answered outcome = Samples.answered("Here is how.");

    assertThat(outcomes.store(facts, outcome)).isEqualTo(new Stored.First(outcome));

    assertThat(outcomes.read(facts.requestId(), 0)).contains(outcome);
    RequestItem marked = chats.request(request);
    assertThat(marked.outcomeGeneration()).contains(0);
    assertThat(marked.leaseOwner()).isEmpty();
    assertThat(marked.progress().attempts()).isEqualTo(1);
  }

  @Test
  void theRequestStaysPendingUntilItsOutcomeIsPersisted() {
    claim();
    outcomes.store(facts, Samples.answered("Here is how."));

    assertThat(chats.request(request).pending()).isTrue();
    assertThat(chats.request(request).status()).isEqualTo(Status.IN_PROGRESS);
  }

  @Test
  void aFailureIsReadAsItWasStored() {
    Outcome outcome = Samples.failed(ErrorCode.CONTENT_FILTERED);
    outcomes.store(facts, outcome);

    assertThat(outcomes.read(facts.requestId(), 0)).contains(outcome);
  }

  @Test
  void aSecondOutcomeOfAGenerationIsToldTheFirst() {
    Outcome first = Samples.answered("Mine.");
    outcomes.store(facts, first);

    assertThat(outcomes.store(facts, Samples.failed(ErrorCode.CRASHED)))
        .isEqualTo(new Stored.Already(first));
    assertThat(outcomes.read(facts.requestId(), 0)).contains(first);
  }

  @Test
  void anAnswerIsStoredAfterTheRequestWasSwept() {
    claim();
    chats.end(request, Status.FALLBACK);

    assertThat(outcomes.store(facts, Samples.answered("Late."))).isInstanceOf(Stored.First.class);
    assertThat(chats.request(request).status()).isEqualTo(Status.FALLBACK);
  }

  @Test
  void nothingIsStoredForWhatWasCancelledSupersededOrDeleted() {
    chats.end(request, Status.CANCELLED);
    assertThat(outcomes.store(facts, Samples.answered("Late."))).isEqualTo(new Stored.Refused());

    chats.end(request, Status.QUEUED);
    chats.replay(request, 1);
    assertThat(outcomes.store(facts, Samples.answered("Late."))).isEqualTo(new Stored.Refused());

    table.delete(Keys.request(request.requestId()));
    assertThat(outcomes.store(facts, Samples.answered("Late."))).isEqualTo(new Stored.Refused());
    assertThat(outcomes.read(facts.requestId(), 0)).isEmpty();
  }

  @Test
  void noTextIsStoredForARequestOfADeletedConversation() {
    claim();
    chats.end(request, Status.FALLBACK);
    chats.erase(request);
    var before = table.items();

    assertThat(outcomes.store(facts, Samples.answered("Late."))).isEqualTo(new Stored.Refused());

    assertThat(table.items()).containsExactlyInAnyOrderElementsOf(before);
  }

  @Test
  void anErasedAnswerIsNone() {
    outcomes.store(facts, Samples.answered("Here is how."));
    chats.erase(request);

    assertThat(outcomes.read(facts.requestId(), 0)).isEmpty();
    assertThat(outcomes.store(facts, Samples.answered("Again."))).isEqualTo(new Stored.Refused());
  }

  @Test
  void whatACancelledRequestCostIsKeptAndItsAnswerIsNot() {
    claim();
    chats.end(request, Status.CANCELLED);
    Outcome.Answered outcome = Samples.answered("Late.");

    outcomes.store(facts, outcome);

    StoredItem stored = chats.stored(Keys.request(facts.requestId()));
    assertThat(stored.map(Attribute.USAGE).count(Attribute.OUTPUT_TOKENS))
        .isEqualTo(outcome.usage().outputTokens())
        .isPositive();
    assertThat(stored.count(Attribute.ATTEMPTS)).isEqualTo(outcome.attempts());
    assertThat(stored.optionalText(Attribute.MODEL)).contains(outcome.model());
    assertThat(stored.has(Attribute.LEASE_OWNER)).isFalse();
    assertThat(chats.request(request).status()).isEqualTo(Status.CANCELLED);
    assertThat(table.items().toString()).doesNotContain("Late.");
  }

  @Test
  void theAttemptsOfACancelledRequestThatFailedAreKept() {
    claim();
    chats.end(request, Status.CANCELLED);

    outcomes.store(facts, Samples.failed(ErrorCode.MODEL_TIMEOUT));

    StoredItem stored = chats.stored(Keys.request(facts.requestId()));
    assertThat(stored.count(Attribute.ATTEMPTS)).isPositive();
    assertThat(stored.has(Attribute.USAGE)).isFalse();
  }

  @Test
  void whatALaterGenerationSupersededLeavesItsRequestAsItIs() {
    chats.replay(request, 1);
    var before = table.items();

    outcomes.store(facts, Samples.answered("Late."));

    assertThat(table.items()).containsExactlyInAnyOrderElementsOf(before);
  }

  @Test
  void anOutcomeExpiresAfterTheRetention() {
    Outcome outcome = Samples.answered("Here is how.");
    outcomes.store(facts, outcome);

    assertThat(chats.stored(Keys.outcome(facts.requestId(), 0)).number(Attribute.EXPIRES_AT))
        .contains((int) outcome.storedAt().plus(RETENTION).getEpochSecond());
  }

  @Test
  void aTransactionThatAnotherIsInTheWayOfIsTriedAgain() {
    try (ScriptedAws dynamo =
        ScriptedAws.start(cancelled("TransactionConflict", "None"), Answer.ok("{}"))) {
      assertThat(at(dynamo).store(facts, Samples.answered("Here is how.")))
          .isInstanceOf(Stored.First.class);
      assertThat(dynamo.calls()).hasSize(2);
    }
  }

  @Test
  void aTransactionThatNeverGetsThroughIsAFault() {
    try (ScriptedAws dynamo = ScriptedAws.start(cancelled("None", "TransactionConflict"))) {
      assertThatExceptionOfType(SdkException.class)
          .isThrownBy(() -> at(dynamo).store(facts, Samples.answered("Here is how.")));
      assertThat(dynamo.calls()).hasSizeGreaterThan(4);
    }
  }

  private static Outcomes at(ScriptedAws dynamo) {
    return new Outcomes(TestClients.at(dynamo.url()).dynamo(), "table", RETENTION);
  }

  private static Answer cancelled(String outcome, String request) {
    return new Answer(
        400,
        Map.of(),
        """
        {"__type":"com.amazonaws.dynamodb.v20120810#TransactionCanceledException",
         "Message":"Transaction cancelled",
         "CancellationReasons":[{"Code":"%s"},{"Code":"%s"}]}
        """
            .formatted(outcome, request));
  }

  private void claim() {
    new RequestLeases(
            clients.dynamo(),
            table.name(),
            outcomes,
            Duration.ofSeconds(75),
            new Random(5),
            VirtualClock.atAcceptance())
        .claim(facts.requestId(), 0);
  }
}

package navigator.inference.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import navigator.contracts.ConversationId;
import navigator.contracts.ErrorCode;
import navigator.contracts.queue.ChatRequest;
import navigator.contracts.queue.Failure;
import navigator.contracts.queue.MessageAttribute;
import navigator.contracts.testing.ContractSchemas;
import navigator.inference.Delivery;
import navigator.inference.Samples;
import navigator.inference.VirtualClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class QueuesContractTest {

  private static final Failure FAILURE =
      new Failure(
          ErrorCode.MODEL_TIMEOUT,
          "The model took too long.",
          5,
          Samples.ACCEPTED,
          Samples.ACCEPTED.plusSeconds(70));

  private final TestQueues queues = TestQueues.start();
  private final VirtualClock clock = VirtualClock.atAcceptance();
  private final SqsRequestQueue requestQueue =
      new SqsRequestQueue(queues.sqs(), queues.requests(), clock);
  private final DeadLetterQueue deadLetterQueue =
      new DeadLetterQueue(queues.sqs(), queues.deadLetters());
  private final ConversationId conversation = ConversationId.random();
  private final ChatRequest first = Samples.request(conversation, Samples.ACCEPTED);
  private final ChatRequest second = Samples.request(conversation, Samples.ACCEPTED.plusSeconds(1));

  @AfterEach
  void stop() {
    queues.close();
  }

  @Test
  void aDeletedMessageMakesWayForTheNextOfItsConversation() {
    queues.queue(first);
    queues.queue(second);
    List<Delivery> received = queues.receive();

    requestQueue.delete(received.getFirst());
    requestQueue.putBack(received.subList(1, 2), clock.instant());

    assertThat(queues.receive())
        .extracting(Delivery::requestId)
        .containsExactly(received.get(1).requestId());
  }

  @Test
  void whatIsPutBackComesAgainInOrderAndCounted() {
    queues.queue(first);
    queues.queue(second);
    List<Delivery> received = queues.receive();

    requestQueue.putBack(received, clock.instant().minusSeconds(5));

    List<Delivery> again = queues.receive();
    assertThat(again)
        .extracting(Delivery::messageId)
        .containsExactlyElementsOf(received.stream().map(Delivery::messageId).toList());
    assertThat(again).extracting(Delivery::receiveCount).containsExactly(2, 2);
  }

  @Test
  void theHeadOfAGroupIsPutBackLast() {
    queues.queue(first);
    queues.queue(second);
    List<Delivery> received = queues.receive();

    try (ScriptedAws sqs = ScriptedAws.start(ScriptedAws.Answer.ok("{}"))) {
      new SqsRequestQueue(TestClients.at(sqs.url()).sqs(), sqs.url() + "/queue", clock)
          .putBack(received, clock.instant());

      assertThat(sqs.calls().getFirst().body())
          .containsSubsequence(received.get(1).messageId(), received.getFirst().messageId());
    }
  }

  @Test
  void whatIsPutBackForLaterIsNotThereYet() {
    queues.queue(first);

    requestQueue.putBack(queues.receive(), clock.instant().plus(Duration.ofHours(20)));

    assertThat(queues.receive()).isEmpty();
  }

  @Test
  void aMessageThatIsGoneAlreadyIsNoFault() {
    queues.queue(first);
    Delivery delivery = queues.receive().getFirst();
    requestQueue.delete(delivery);

    assertThatCode(
            () -> {
              requestQueue.delete(delivery);
              requestQueue.putBack(List.of(delivery), clock.instant());
            })
        .doesNotThrowAnyException();
  }

  @Test
  void aDeadLetterHasTheOriginalBodyAndTheFailureBesideIt() {
    queues.queue(first);
    Delivery original = queues.receive().getFirst();

    deadLetterQueue.send(original, FAILURE);

    Delivery letter = queues.receiveDeadLetters().getFirst();
    assertThat(letter.body()).isEqualTo(original.body());
    assertThat(letter.group()).isEqualTo(conversation.value());
    assertThat(letter.attributes())
        .containsEntry(MessageAttribute.ERROR_CODE, "model_timeout")
        .containsEntry(MessageAttribute.ATTEMPTS, "5");
    assertThat(
            ContractSchemas.queueMessage(
                "chat-dead-letters.fifo", letter.attributes(), letter.body()))
        .isEmpty();
  }

  @Test
  void aDeadLetterThatIsSentAgainIsThereOnce() {
    queues.queue(first);
    Delivery original = queues.receive().getFirst();

    deadLetterQueue.send(original, FAILURE);
    deadLetterQueue.send(original, FAILURE);

    assertThat(queues.receiveDeadLetters()).hasSize(1);
  }

  @Test
  void anUnreadableMessageIsSentAsItIs() {
    Delivery unreadable =
        Delivery.of("id", "handle", "group", "dedup", 1, "{\"schema_version\":99}", Map.of());

    deadLetterQueue.send(unreadable, FAILURE);

    assertThat(queues.receiveDeadLetters())
        .extracting(Delivery::body)
        .containsExactly("{\"schema_version\":99}");
  }
}

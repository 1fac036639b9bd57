package navigator.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import navigator.contracts.ConversationId;
import navigator.contracts.ErrorCode;
import navigator.contracts.queue.MessageAttribute;
import org.junit.jupiter.api.Test;

class AnswerBatchTest {

  private static final ModelResult THROTTLED = new ModelResult.Throttled("The quota is used.");

  private final InMemoryStages stages = new InMemoryStages();
  private final List<Delivery> conversation = conversation(3);
  private final Delivery other = Samples.delivery(Samples.request());

  @Test
  void answersTheMessagesOfOneConversationInOrder() {
    List<Delivery> returned = answer(conversation);

    assertThat(returned).isEmpty();
    assertThat(stages.deleted).containsExactlyElementsOf(conversation);
  }

  @Test
  void answersConversationsAtTheSameTime() {
    CountDownLatch all = new CountDownLatch(4);
    stages.model =
        _ -> {
          all.countDown();
          return await(all) ? Samples.answer("Together.") : THROTTLED;
        };

    List<Delivery> batch =
        IntStream.range(0, 4).mapToObj(_ -> Samples.delivery(Samples.request())).toList();

    assertThat(answer(batch)).isEmpty();
  }

  @Test
  void deletesAFinishedMessageWhileItsNeighbourIsStillAnswered() {
    CountDownLatch deleted = new CountDownLatch(1);
    stages.whenDeleted = deleted::countDown;
    AtomicInteger calls = new AtomicInteger();
    stages.model =
        _ -> {
          boolean slow = calls.getAndIncrement() == 0;
          return !slow || await(deleted) ? Samples.answer("Here is how.") : THROTTLED;
        };

    List<Delivery> returned = answer(List.of(Samples.delivery(Samples.request()), other));

    assertThat(returned).isEmpty();
    assertThat(stages.deleted).hasSize(2);
  }

  @Test
  void sendsTheFollowersOfADeferredHeadBackWithIt() {
    stages.model =
        _ -> stages.prompts.size() == 2 ? Samples.notReady() : Samples.answer("Here is how.");

    List<Delivery> returned = answer(conversation);

    assertThat(returned).containsExactlyElementsOf(conversation.subList(1, 3));
    assertThat(stages.deleted).containsExactly(conversation.getFirst());
    assertThat(stages.putBack)
        .containsExactly(
            new InMemoryStages.PutBack(
                conversation.subList(1, 3), stages.clock.instant().plusSeconds(2)));
  }

  @Test
  void aDeferredConversationDoesNotHoldUpAnother() {
    stages.claims.put(
        conversation.getFirst().requestId().orElseThrow(),
        new Claim.Held(Samples.ACCEPTED.plusSeconds(50)));

    List<Delivery> returned = answer(concat(conversation, other));

    assertThat(returned).containsExactlyElementsOf(conversation);
    assertThat(stages.deleted).containsExactly(other);
  }

  @Test
  void claimsWhatMayHaveCrashedLastAndOneAtATime() {
    List<Delivery> suspects =
        IntStream.range(0, 2).mapToObj(_ -> Samples.delivery(Samples.request(), 2)).toList();
    suspects.forEach(each -> stages.suspects.add(each.requestId().orElseThrow()));

    answer(List.of(suspects.getFirst(), suspects.getLast(), other));

    assertThat(stages.deleted).containsExactly(other, suspects.getFirst(), suspects.getLast());
    assertThat(indexOf("claim", suspects.getFirst())).isGreaterThan(indexOf("delete", other));
    assertThat(indexOf("claim", suspects.getLast()))
        .isGreaterThan(indexOf("delete", suspects.getFirst()));
  }

  @Test
  void theFollowersOfASuspectStayBehindIt() {
    List<Delivery> receivedAgain =
        conversation.stream().map(AnswerBatchTest::receivedAgain).toList();
    stages.suspects.add(receivedAgain.get(1).requestId().orElseThrow());

    assertThat(answer(receivedAgain)).isEmpty();
    assertThat(stages.deleted).containsExactlyElementsOf(receivedAgain);
  }

  @Test
  void looksForSuspectsOnlyAmongWhatWasReceivedBefore() {
    answer(List.of(other));
    assertThat(stages.journal).noneMatch(step -> step.startsWith("suspects"));

    answer(List.of(other, receivedAgain(conversation.getFirst())));
    assertThat(stages.journal).contains("suspects among 1");
  }

  @Test
  void whatCannotBeToldFromASuspectIsClaimedLast() {
    stages.suspectsFail = true;
    Delivery receivedAgain = receivedAgain(conversation.getFirst());

    assertThat(answer(List.of(receivedAgain, other))).isEmpty();
    assertThat(stages.deleted).containsExactly(other, receivedAgain);
  }

  @Test
  void aFaultReturnsItsConversationAloneAndLater() {
    stages.historyFails = true;

    List<Delivery> returned = answer(conversation);

    assertThat(returned).containsExactlyElementsOf(conversation);
    assertThat(stages.putBack)
        .containsExactly(
            new InMemoryStages.PutBack(conversation, stages.clock.instant().plusSeconds(2)));
  }

  @Test
  void sendsWhatNobodyCanReadToTheDeadLetterQueueAsItIs() {
    Delivery unreadable = Samples.delivery("{\"schema_version\":99}", Map.of());

    assertThat(answer(List.of(unreadable))).isEmpty();
    assertThat(stages.letters)
        .singleElement()
        .satisfies(
            letter -> {
              assertThat(letter.delivery().body()).isEqualTo("{\"schema_version\":99}");
              assertThat(letter.failure().code()).isEqualTo(ErrorCode.INTERNAL);
            });
    assertThat(stages.deleted).containsExactly(unreadable);
  }

  @Test
  void anUnreadableBodyIsStillKnownByItsAttribute() {
    String id = Samples.request().requestId().value();
    Delivery unreadable = Samples.delivery("no JSON", Map.of(MessageAttribute.REQUEST_ID, id));

    assertThat(unreadable.requestId()).map(Object::toString).contains(id);
  }

  @Test
  void whatNoLongerFitsGoesBackUncounted() {
    assertThat(stages.batch().answer(conversation, Duration.ofSeconds(20)))
        .containsExactlyElementsOf(conversation);
    assertThat(stages.journal).isEmpty();
  }

  private List<Delivery> answer(List<Delivery> batch) {
    return stages.batch().answer(batch, Duration.ofSeconds(60));
  }

  private int indexOf(String step, Delivery delivery) {
    return stages.journal.indexOf(step + " " + delivery.requestId().orElseThrow());
  }

  private static List<Delivery> conversation(int messages) {
    ConversationId id = ConversationId.random();
    return IntStream.range(0, messages)
        .mapToObj(n -> Samples.delivery(Samples.request(id, Samples.ACCEPTED.plusSeconds(n))))
        .toList();
  }

  private static Delivery receivedAgain(Delivery delivery) {
    return Delivery.of(
        delivery.messageId(),
        delivery.receiptHandle(),
        delivery.group(),
        delivery.deduplicationId(),
        2,
        delivery.body(),
        delivery.attributes());
  }

  private static List<Delivery> concat(List<Delivery> deliveries, Delivery another) {
    return Stream.concat(deliveries.stream(), Stream.of(another)).toList();
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}

package navigator.inference.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import navigator.contracts.event.ChatOutcome;
import navigator.contracts.queue.ChatRequest;
import navigator.contracts.testing.CapturedLog;
import navigator.contracts.testing.ContractSchemas;
import navigator.contracts.testing.HostileText;
import navigator.contracts.wire.Read;
import navigator.contracts.wire.Wire;
import navigator.inference.Delivery;
import navigator.inference.FallBack;
import navigator.inference.FallBackBatch;
import navigator.inference.InMemoryStages;
import navigator.inference.Progress;
import navigator.inference.Samples;
import navigator.inference.Stored;
import navigator.inference.StoredRequest;
import navigator.inference.VirtualClock;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What the queues might deliver; the stages behind the handlers are in memory. */
class HandlersFuzzTest {

  private static final RemainingTime MINUTE = new RemainingTime(Duration.ofMinutes(1));

  @Property(tries = 500)
  void everyRequestIsFinishedOrReturnedWhateverIsBesideIt(@ForAll("batches") SQSEvent event) {
    InMemoryStages stages = new InMemoryStages();
    try (CapturedLog log = CapturedLog.silently()) {
      List<String> returned =
          TestEvents.failures(new InferenceHandler(stages.batch()).handleRequest(event, MINUTE));

      assertThat(returned).doesNotHaveDuplicates().doesNotContainAnyElementsOf(ids(stages.deleted));
      assertThat(together(returned, ids(stages.deleted))).isEqualTo(sent(event));
      assertThat(stages.letters.stream().map(letter -> letter.delivery().messageId()))
          .containsAll(unreadable(stages.deleted));
      assertThat(stages.letters)
          .extracting(letter -> letter.failure().detail())
          .allSatisfy(detail -> assertThat(detail).doesNotContain(HostileText.SECRET));
      assertThat(log.text()).doesNotContain(HostileText.SECRET).doesNotContain("faulted");
    }
  }

  @Property(tries = 500)
  void everyLetterIsToldOrKeptOrReturnedWhateverIsBesideIt(@ForAll("batches") SQSEvent event) {
    List<ChatOutcome> published = new ArrayList<>();
    List<Delivery> kept = new ArrayList<>();
    try (CapturedLog log = CapturedLog.silently()) {
      List<String> returned =
          TestEvents.failures(
              new DeadLetterHandler(batch(published, kept)).handleRequest(event, MINUTE));

      List<Delivery> nameless =
          Deliveries.in(event).stream().filter(d -> d.requestId().isEmpty()).toList();
      assertThat(returned).isEmpty();
      assertThat(ids(kept)).containsExactlyElementsOf(ids(nameless));
      assertThat(kept.size() + superseded(event) + published.size())
          .isEqualTo(event.getRecords().size());
      assertThat(published).allSatisfy(HandlersFuzzTest::assertKeepsContract);
      assertThat(log.text()).doesNotContain(HostileText.SECRET).doesNotContain("faulted");
    }
  }

  private static FallBackBatch batch(List<ChatOutcome> published, List<Delivery> kept) {
    VirtualClock clock = VirtualClock.atAcceptance();
    FallBack fallBack =
        new FallBack(
            id -> Optional.of(stored()),
            (_, outcome) -> new Stored.First(outcome),
            published::add,
            kept::add,
            Samples.MODEL,
            clock);
    return new FallBackBatch(fallBack, Duration.ofSeconds(12), clock);
  }

  private static StoredRequest stored() {
    return new StoredRequest(Samples.facts(), true, Progress.NONE, Map.of());
  }

  private static void assertKeepsContract(ChatOutcome outcome) {
    assertThat(
            ContractSchemas.event("learning-navigator", outcome.detailType(), Wire.write(outcome)))
        .isEmpty();
  }

  /** Letters about another generation than the stored request's. */
  private static int superseded(SQSEvent event) {
    return (int)
        Deliveries.in(event).stream()
            .filter(d -> d.requestId().isPresent())
            .filter(d -> d.content() instanceof Read.Valid(ChatRequest body) && isOld(body))
            .count();
  }

  private static boolean isOld(ChatRequest body) {
    return body.generation() != stored().facts().generation();
  }

  private static List<String> unreadable(List<Delivery> deliveries) {
    return deliveries.stream()
        .filter(delivery -> delivery.content() instanceof Read.Invalid<ChatRequest>)
        .map(Delivery::messageId)
        .toList();
  }

  private static List<String> ids(List<Delivery> deliveries) {
    return deliveries.stream().map(Delivery::messageId).toList();
  }

  private static Set<String> together(List<String> some, List<String> others) {
    Set<String> all = new HashSet<>(some);
    all.addAll(others);
    return all;
  }

  private static Set<String> sent(SQSEvent event) {
    return new HashSet<>(event.getRecords().stream().map(SQSMessage::getMessageId).toList());
  }

  @Provide
  Arbitrary<SQSEvent> batches() {
    return HostileMessages.batches();
  }
}

package navigator.persistence.aws;

import static navigator.persistence.aws.DeletionFixture.ANN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import navigator.contracts.ConversationId;
import navigator.contracts.Status;
import navigator.contracts.event.ChatOutcome;
import navigator.contracts.table.Attribute;
import navigator.contracts.table.Keys;
import navigator.persistence.Chats;
import navigator.persistence.RequestReader;
import navigator.persistence.TextOfRequest;
import navigator.persistence.Texts;
import navigator.persistence.Verdict;
import navigator.persistence.WriteOutcome;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever comes between the steps of a deletion, and of a writer, no text is left. */
class DeletionInterleavingsContractTest {

  private final DeletionFixture chat = DeletionFixture.queued();

  static List<ChatOutcome> outcomes() {
    return List.of(Chats.answered(0), Chats.fellBack(0));
  }

  @ParameterizedTest
  @MethodSource("outcomes")
  void anOutcomeThatComesAfterTheDeletionIsNotWritten(ChatOutcome outcome) {
    chat.delete();

    assertThat(chat.writer(chat.requests()).write(outcome)).isEqualTo(Verdict.ERASED);
    chat.assertNoTextIsLeft();
    assertThat(chat.table().item(Keys.deadLetter(Chats.ID))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("outcomes")
  void aDeletionBetweenAWritersReadAndItsWrite(ChatOutcome outcome) {
    RequestReader reads = chat.thenRun(chat::delete);

    assertThat(chat.writer(reads).write(outcome)).isEqualTo(Verdict.ERASED);
    chat.assertNoTextIsLeft();
  }

  @Test
  void aDeletionBetweenTheReadAndTheWriteOfAnAnswerThatSupersedesAFallback() {
    write(Chats.fellBack(0));
    RequestReader reads = chat.thenRun(chat::delete);

    assertThat(chat.writer(reads).write(Chats.answered(0))).isEqualTo(Verdict.ERASED);
    chat.assertNoTextIsLeft();
  }

  @ParameterizedTest
  @MethodSource("outcomes")
  void anOutcomeBetweenTheSearchForTextAndTheSeal(ChatOutcome outcome) {
    delete(chat.requests(), searching(() -> write(outcome)));

    chat.assertNoTextIsLeft();
    assertThat(chat.request().status()).isNotEqualTo(Status.CANCELLED);
  }

  @ParameterizedTest
  @MethodSource("outcomes")
  void anOutcomeBetweenTheReadForTheSealAndTheSeal(ChatOutcome outcome) {
    delete(chat.thenRun(() -> write(outcome)), chat.chats().texts());

    chat.assertNoTextIsLeft();
    assertThat(chat.request().status()).isNotEqualTo(Status.CANCELLED);
  }

  @ParameterizedTest
  @MethodSource("outcomes")
  void anOutcomeBetweenTheSealAndTheErasure(ChatOutcome outcome) {
    List<Verdict> verdicts = new ArrayList<>();
    delete(chat.requests(), erasing(() -> verdicts.add(write(outcome))));

    assertThat(verdicts).containsExactly(Verdict.ERASED);
    chat.assertNoTextIsLeft();
  }

  @Test
  void aStoredOutcomeThatTheSweepFindsBetweenSealAndErasureIsNotShown() {
    StoredChat.claim(chat.table());
    chat.storeOutcome();
    List<Boolean> erased = new ArrayList<>();
    delete(chat.requests(), erasing(() -> erased.add(chat.request().erasedAt() != null)));

    assertThat(erased).containsExactly(true);
    assertThat(chat.chats().storedOutcomes().find(chat.request())).isEmpty();
    chat.assertNoTextIsLeft();
  }

  @Test
  void theAnswerOfAReplayThatWasUnderWayIsNotWritten() {
    write(Chats.fellBack(0));
    StoredChat.replay(chat.table(), 1);

    chat.delete();

    assertThat(chat.request().pending()).isFalse();
    assertThat(chat.request().status()).isEqualTo(Status.FALLBACK);
    assertThat(write(Chats.answered(1))).isEqualTo(Verdict.ERASED);
    assertThat(write(Chats.fellBack(1))).isEqualTo(Verdict.ERASED);
    chat.assertNoTextIsLeft();
    assertThat(chat.table().item(Keys.deadLetter(Chats.ID))).doesNotContainKey(Attribute.ORIGINAL);
  }

  @RepeatedTest(5)
  void deletionsAndOutcomesThatRace() throws Exception {
    chat.storeOutcome();
    List<Callable<Object>> racers = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      racers.add(() -> write(Chats.answered(0)));
      racers.add(() -> write(Chats.fellBack(0)));
      racers.add(chat::delete);
    }
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Object> racer : threads.invokeAll(racers)) {
        assertThat(racer.get()).isNotNull();
      }
    }
    chat.assertNoTextIsLeft();
    assertThat(chat.request().status().isTerminal()).isTrue();
  }

  private Verdict write(ChatOutcome outcome) {
    WriteOutcome writer = chat.writer(chat.requests());
    return writer.write(outcome);
  }

  private void delete(RequestReader requests, Texts texts) {
    assertThat(
            chat.deleting(chat.chats(), requests, texts)
                .delete(ANN, Chats.CONVERSATION.value(), () -> true))
        .isTrue();
  }

  /** Searches for text that something comes after. */
  private Texts searching(Runnable meanwhile) {
    return hooked(meanwhile, () -> {});
  }

  /** Erasures that something comes before. */
  private Texts erasing(Runnable meanwhile) {
    return hooked(() -> {}, meanwhile);
  }

  private Texts hooked(Runnable afterSearch, Runnable beforeErasure) {
    Texts texts = chat.chats().texts();
    return new Texts() {
      @Override
      public Stream<TextOfRequest> of(ConversationId id) {
        List<TextOfRequest> found = texts.of(id).toList();
        afterSearch.run();
        return found.stream();
      }

      @Override
      public void erase(TextOfRequest text) {
        beforeErasure.run();
        texts.erase(text);
      }
    };
  }
}

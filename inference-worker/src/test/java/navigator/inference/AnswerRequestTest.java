package navigator.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import navigator.contracts.ErrorCode;
import navigator.contracts.event.ChatAnswered;
import navigator.contracts.queue.ChatRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AnswerRequestTest {

  private static final ModelResult DENIED =
      new ModelResult.Permanent(ErrorCode.ACCESS_DENIED, "Access was denied.");

  private final InMemoryStages stages = new InMemoryStages();
  private final ChatRequest request = Samples.request();

  @Test
  void goesFromTheClaimToThePublishedAnswerInThatOrder() {
    Verdict verdict = answer();

    assertThat(verdict).isEqualTo(new Verdict.Finished());
    assertThat(stages.journal)
        .containsExactly("claim " + request.requestId(), "history", "ask", "store", "publish");
    assertThat(stages.published)
        .singleElement()
        .isInstanceOfSatisfying(
            ChatAnswered.class,
            event -> {
              assertThat(event.reply()).isEqualTo("Here is how.");
              assertThat(event.requestId()).isEqualTo(request.requestId());
              assertThat(event.attempts()).isEqualTo(1);
            });
  }

  @Test
  void showsTheModelRoleHistoryAndQuestion() {
    stages.history = List.of(new AnsweredTurn("What is MHFA?", "First aid."));

    answer();

    Prompt prompt = stages.prompts.getFirst();
    assertThat(prompt.system()).contains("instructor");
    assertThat(prompt.messages())
        .extracting(Prompt.Message::text)
        .containsExactly("What is MHFA?", "First aid.", request.message());
  }

  @Test
  void storesAFailureBeforeItIsDeadLettered() {
    stages.model = _ -> DENIED;

    Verdict verdict = answer();

    assertThat(verdict).isEqualTo(new Verdict.Finished());
    assertThat(stages.journal).endsWith("ask", "store", "dead letter");
    assertThat(stages.letters)
        .singleElement()
        .satisfies(
            letter -> assertThat(letter.failure().code()).isEqualTo(ErrorCode.ACCESS_DENIED));
  }

  @Test
  void publishesWhatAnEarlierDeliveryStoredWithoutAskingAgain() {
    claim(new Claim.OutcomeStored(Samples.answered("Stored before.")));

    answer();

    assertThat(stages.journal).containsExactly("claim " + request.requestId(), "publish");
    assertThat(stages.published).extracting("reply").containsExactly("Stored before.");
  }

  @Test
  void sendsAStoredFailureToTheDeadLetterQueueAgain() {
    claim(new Claim.OutcomeStored(Samples.failed(ErrorCode.MODEL_TIMEOUT)));

    answer();

    assertThat(stages.letters).extracting(letter -> letter.failure().attempts()).containsExactly(2);
    assertThat(stages.published).isEmpty();
  }

  @Test
  void publishesTheOutcomeThatWasThereFirstInsteadOfItsOwn() {
    stages.store = _ -> new Stored.Already(Samples.answered("The other's."));

    answer();

    assertThat(stages.published).extracting("reply").containsExactly("The other's.");
  }

  @Test
  void discardsAnAnswerThatNobodyWaitsForAnyMore() {
    stages.store = _ -> new Stored.Refused();

    assertThat(answer()).isEqualTo(new Verdict.Finished());
    assertThat(stages.published).isEmpty();
    assertThat(stages.letters).isEmpty();
  }

  @Test
  void comesBackWhenTheOthersLeaseEnds() {
    Instant leaseEnd = Samples.ACCEPTED.plusSeconds(40);
    claim(new Claim.Held(leaseEnd));

    assertThat(answer()).isEqualTo(new Verdict.Returned(leaseEnd));
    assertThat(stages.journal).containsExactly("claim " + request.requestId());
  }

  @Test
  void givesUpWhatBroughtProcessesDownWithoutAskingTheModel() {
    claim(new Claim.Crashed("owner", Progress.NONE, true));

    answer();

    assertThat(stages.journal).doesNotContain("ask");
    assertThat(stages.letters)
        .extracting(letter -> letter.failure().code())
        .containsExactly(ErrorCode.CRASHED);
  }

  @Test
  void leavesNoLeaseBehindWhenTheEndOfACrashedRequestCannotBeStored() {
    claim(new Claim.Crashed("owner", Progress.NONE, true));
    stages.storeFails = true;

    assertThatThrownBy(this::answer).isInstanceOf(UncheckedIOException.class);
    assertThat(stages.released).containsExactly(Progress.NONE);
  }

  static Stream<Claim> ofNoMoreUse() {
    return Stream.of(new Claim.Superseded(), new Claim.Ended(), new Claim.Unknown());
  }

  @ParameterizedTest
  @MethodSource("ofNoMoreUse")
  void dropsWhatIsOfNoMoreUse(Claim claim) {
    claim(claim);

    assertThat(answer()).isEqualTo(new Verdict.Finished());
    assertThat(stages.journal).hasSize(1);
  }

  @Test
  void keepsTheProgressOfADeferredRequest() {
    stages.model = _ -> Samples.notReady();

    Verdict verdict = answer();

    assertThat(verdict).isEqualTo(new Verdict.Returned(stages.clock.instant().plusSeconds(2)));
    assertThat(stages.released).containsExactly(Progress.NONE.throttled(stages.clock.instant()));
  }

  @Test
  void claimsNothingThatItHasNoTimeFor() {
    Verdict verdict = answer(Duration.ofSeconds(34));

    assertThat(verdict).isEqualTo(new Verdict.Returned(stages.clock.instant()));
    assertThat(stages.journal).isEmpty();
  }

  @Test
  void releasesTheClaimOfADeliveryThatFaults() {
    stages.historyFails = true;

    assertThatThrownBy(this::answer).isInstanceOf(UncheckedIOException.class);
    assertThat(stages.journal).endsWith("release " + request.requestId());
  }

  @Test
  void countsAnAnswerThatWasBoughtAndCouldNotBeStored() {
    stages.storeFails = true;

    assertThatThrownBy(this::answer).isInstanceOf(UncheckedIOException.class);

    assertThat(stages.released).containsExactly(Progress.NONE.answered());
  }

  @Test
  void buysNoSecondAnswerAfterTheBusRefusedTheFirst() {
    stages.busFails = true;
    assertThatThrownBy(this::answer).isInstanceOf(UncheckedIOException.class);

    stages.busFails = false;
    claim(new Claim.OutcomeStored(stages.stored.getFirst()));
    answer();

    assertThat(stages.journal).filteredOn("ask"::equals).hasSize(1);
    assertThat(stages.published).extracting("reply").containsExactly("Here is how.");
  }

  private void claim(Claim claim) {
    stages.claims.put(request.requestId(), claim);
  }

  private Verdict answer() {
    return answer(Duration.ofSeconds(60));
  }

  private Verdict answer(Duration remaining) {
    Invocation invocation =
        new Invocation(
            stages.clock.instant().plus(remaining), new SharedWait(Duration.ofSeconds(20)));
    return stages.answers().answer(Samples.delivery(request), request, invocation);
  }
}

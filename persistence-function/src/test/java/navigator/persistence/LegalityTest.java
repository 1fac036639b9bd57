package navigator.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import navigator.contracts.Status;
import navigator.contracts.event.ChatAnswered;
import navigator.contracts.event.ChatFellBack;
import navigator.contracts.event.ChatOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LegalityTest {

  @ParameterizedTest
  @CsvSource({
    "QUEUED,      true,  written",
    "IN_PROGRESS, true,  written",
    "FALLBACK,    false, written",
    "FALLBACK,    true,  written",
    "COMPLETED,   false, ALREADY_PERSISTED",
    "CANCELLED,   false, CANCELLED"
  })
  void anAnswerIsWrittenUnlessOneStandsOrTheRequestIsCancelled(
      Status status, boolean pending, String verdict) {
    assertThat(refusal(status, pending, Chats.answered(1))).isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({
    "QUEUED,      true,  written",
    "IN_PROGRESS, true,  written",
    "FALLBACK,    false, ALREADY_PERSISTED",
    "FALLBACK,    true,  written",
    "COMPLETED,   false, SUPERSEDED",
    "CANCELLED,   false, CANCELLED"
  })
  void aFallbackIsWrittenOnceAGeneration(Status status, boolean pending, String verdict) {
    assertThat(refusal(status, pending, Chats.fellBack(1))).isEqualTo(verdict);
  }

  @ParameterizedTest
  @EnumSource(Status.class)
  void anEarlierGenerationIsSuperseded(Status status) {
    assertThat(refusal(status, true, Chats.answered(0))).isEqualTo("SUPERSEDED");
    assertThat(refusal(status, true, Chats.fellBack(0))).isEqualTo("SUPERSEDED");
  }

  @ParameterizedTest
  @EnumSource(Status.class)
  void nothingIsWrittenForARequestOfADeletedConversation(Status status) {
    assertThat(Legality.refusal(Chats.erased(status), Chats.answered(0))).contains(Verdict.ERASED);
    assertThat(Legality.refusal(Chats.erased(status), Chats.fellBack(0))).contains(Verdict.ERASED);
  }

  @Test
  void aGenerationThatWasNeverBegunIsABug() {
    assertThatThrownBy(() -> Legality.refusal(Chats.queued(), Chats.answered(1)))
        .isInstanceOf(IllegalStateException.class);
  }

  @ParameterizedTest
  @EnumSource(Status.class)
  void onlyLegalTransitionsAreWritten(Status status) {
    for (ChatOutcome outcome : new ChatOutcome[] {Chats.answered(1), Chats.fellBack(1)}) {
      StoredRequest request = Chats.request(status, 1, false);
      if (Legality.refusal(request, outcome).isEmpty()) {
        assertThat(status.canBecome(next(outcome))).isTrue();
      }
    }
  }

  private static Status next(ChatOutcome outcome) {
    return switch (outcome) {
      case ChatAnswered _ -> Status.COMPLETED;
      case ChatFellBack _ -> Status.FALLBACK;
    };
  }

  private static String refusal(Status status, boolean pending, ChatOutcome outcome) {
    Optional<Verdict> refusal = Legality.refusal(Chats.request(status, 1, pending), outcome);
    return refusal.map(Verdict::name).orElse("written");
  }
}

package navigator.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import navigator.contracts.ErrorCode;
import navigator.contracts.Role;
import navigator.contracts.Status;
import navigator.contracts.http.Caller;
import navigator.contracts.http.RequestObject;
import org.junit.jupiter.api.Test;

class FindStatusTest {

  private static final Caller ANN = new Caller("ann", null, Role.STAFF);

  @Test
  void anotherPersonsRequestIsAsUnknownAsNone() {
    Caller bob = new Caller("bob", null, Role.ADMIN);
    FindStatus status = new FindStatus(_ -> Optional.of(Chats.queued()), _ -> Optional.empty());
    assertThat(status.find(bob, Chats.ID.value())).isEmpty();
    assertThat(status.find(ANN, "not-an-id")).isEmpty();
    assertThat(status.find(ANN, Chats.ID.value())).isPresent();
  }

  @Test
  void anAnswerThatComesBetweenTheReadsIsNeverShownAsAFallback() {
    Deque<StoredRequest> states =
        new ArrayDeque<>(
            List.of(
                Chats.request(Status.FALLBACK, 0, false),
                Chats.request(Status.COMPLETED, 0, false)));
    StoredMessage answer =
        new StoredMessage(Chats.ID, "assistant", "Open Courses.", Chats.ENDED, "sonnet", null);
    FindStatus status =
        new FindStatus(_ -> Optional.of(states.removeFirst()), _ -> Optional.of(answer));
    RequestObject shown = status.find(ANN, Chats.ID.value()).orElseThrow();
    assertThat(shown.status()).isEqualTo(Status.COMPLETED);
    assertThat(shown.message()).isEqualTo("Open Courses.");
    assertThat(shown.fallback()).isNull();
  }

  @Test
  void aReplyThatIsErasedBetweenTheReadsIsToldToBeErased() {
    Deque<StoredRequest> states =
        new ArrayDeque<>(
            List.of(Chats.request(Status.COMPLETED, 0, false), Chats.erased(Status.COMPLETED)));
    FindStatus status =
        new FindStatus(_ -> Optional.of(states.removeFirst()), _ -> Optional.empty());
    assertThat(status.find(ANN, Chats.ID.value()).orElseThrow().erasedAt()).isEqualTo(Chats.ENDED);
  }

  @Test
  void aFallbackIsNotTakenForAnAnswer() {
    StoredMessage fallback =
        new StoredMessage(
            Chats.ID, "assistant", "Sorry.", Chats.ENDED, null, ErrorCode.ACCESS_DENIED);
    FindStatus status =
        new FindStatus(
            _ -> Optional.of(Chats.request(Status.FALLBACK, 0, false)), _ -> Optional.of(fallback));
    assertThat(status.find(ANN, Chats.ID.value()).orElseThrow().status())
        .isEqualTo(Status.FALLBACK);
  }
}

package navigator.ops.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Optional;
import navigator.contracts.RequestId;
import navigator.contracts.Status;
import navigator.contracts.table.EntryState;
import navigator.contracts.table.SkipReason;
import navigator.ops.replay.RequestSnapshot.StoredEnd;
import org.junit.jupiter.api.Test;

class EntryResultTest {

  private static final Entry ENTRY =
      new Entry(RequestId.random(), Replays.NOW, 0, EntryState.SENT, null);

  @Test
  void anAnswerIsTheEnd() {
    assertThat(of(1, Status.COMPLETED, false, false)).contains(ENTRY.in(EntryState.ANSWERED));
  }

  @Test
  void whatWaitsHasNoResultYet() {
    assertThat(of(1, Status.FALLBACK, true, false)).isEmpty();
  }

  @Test
  void whatDoesNotWaitHasFailedAgain() {
    assertThat(of(1, Status.FALLBACK, false, false)).contains(ENTRY.in(EntryState.FAILED));
  }

  @Test
  void whatWasAskedAgainByAnotherHadFailed() {
    assertThat(of(2, Status.FALLBACK, true, false)).contains(ENTRY.in(EntryState.FAILED));
    assertThat(of(2, Status.COMPLETED, false, false)).contains(ENTRY.in(EntryState.FAILED));
  }

  @Test
  void whatIsErasedOrGoneIsLeftOut() {
    assertThat(of(1, Status.FALLBACK, false, true)).contains(ENTRY.leftOut(SkipReason.ERASED));
    assertThat(EntryResult.of(ENTRY, new RequestSnapshot(null, null)))
        .contains(ENTRY.leftOut(SkipReason.GONE));
  }

  @Test
  void aReplayThatNeverBeganIsABug() {
    assertThatIllegalStateException().isThrownBy(() -> of(0, Status.FALLBACK, false, false));
  }

  private static Optional<Entry> of(
      int generation, Status status, boolean pending, boolean erased) {
    return EntryResult.of(
        ENTRY,
        new RequestSnapshot(
            new RequestSnapshot.OfRequest(
                generation, status, pending, erased, StoredEnd.SOME, Replays.NOW, Replays.NOW, 0),
            null));
  }
}

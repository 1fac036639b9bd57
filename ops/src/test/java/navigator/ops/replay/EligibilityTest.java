package navigator.ops.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import navigator.contracts.ConversationId;
import navigator.contracts.RequestId;
import navigator.contracts.Role;
import navigator.contracts.SchemaVersion;
import navigator.contracts.Status;
import navigator.contracts.Traceparent;
import navigator.contracts.Turn;
import navigator.contracts.queue.ChatRequest;
import navigator.contracts.table.DeadLetterState;
import navigator.contracts.table.EntryState;
import navigator.contracts.table.SkipReason;
import navigator.ops.replay.RequestSnapshot.StoredEnd;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EligibilityTest {

  private static final Instant NOW = Replays.NOW;
  private static final long SOON = NOW.plusSeconds(100).getEpochSecond();
  private static final Duration HOUR = Duration.ofHours(1);
  private static final RequestId ID = RequestId.random();
  private static final Entry ENTRY =
      new Entry(ID, NOW.minusSeconds(60), 1, EntryState.MATCHED, null);
  private static final ChatRequest ORIGINAL =
      new ChatRequest(
          SchemaVersion.CURRENT,
          ID,
          ConversationId.random(),
          "ann",
          Role.STAFF,
          "How do I teach?",
          new Turn(NOW.minusSeconds(1_000)),
          NOW.minusSeconds(1_000),
          NOW.minusSeconds(100),
          1,
          Traceparent.ofHeader(null));

  @Test
  void whatIsParkedIsAskedAsItWasInItsNextGenerationWithANewDeadline() {
    Question question = asked(request(NOW.minusSeconds(60)));
    ChatRequest message = question.message();
    assertThat(message)
        .usingRecursiveComparison()
        .ignoringFields("generation", "deadlineAt")
        .isEqualTo(ORIGINAL);
    assertThat(message.generation()).isEqualTo(2);
    assertThat(message.deadlineAt()).isEqualTo(NOW.plus(HOUR));
    assertThat(question.at()).isEqualTo(NOW);
  }

  @Test
  void aRequestNeverGoesBackInTime() {
    assertThat(asked(request(NOW.plusSeconds(2))).at()).isEqualTo(NOW.plusSeconds(2));
  }

  @Test
  void nothingExpiresBeforeItHasEnded() {
    Question question = asked(request(NOW));
    assertThat(question.requestExpiresAt()).isEqualTo(NOW.plusSeconds(9_000_000).getEpochSecond());
    assertThat(question.letterExpiresAt()).isGreaterThan(NOW.plus(HOUR).getEpochSecond());
  }

  @Test
  void whatIsToBeLeftOutSaysWhy() {
    assertThat(skipped(null, letter(1, DeadLetterState.PARKED))).isEqualTo(SkipReason.GONE);
    assertThat(skipped(request(NOW), null)).isEqualTo(SkipReason.GONE);
    assertThat(
            skipped(
                request(2, Status.COMPLETED, false, false), letter(1, DeadLetterState.RESOLVED)))
        .isEqualTo(SkipReason.ANSWERED_MEANWHILE);
    assertThat(skipped(request(1, Status.FALLBACK, false, true), letter(1, DeadLetterState.PARKED)))
        .isEqualTo(SkipReason.ERASED);
    assertThat(skipped(request(NOW), letter(1, DeadLetterState.DISCARDED)))
        .isEqualTo(SkipReason.DISCARDED);
    assertThat(
            skipped(request(2, Status.FALLBACK, true, false), letter(1, DeadLetterState.REPLAYING)))
        .isEqualTo(SkipReason.REPLAYING_ELSEWHERE);
    assertThat(
            skipped(request(2, Status.FALLBACK, false, false), letter(2, DeadLetterState.PARKED)))
        .isEqualTo(SkipReason.FAILED_ELSEWHERE);
    assertThat(
            skipped(
                request(NOW), new RequestSnapshot.OfLetter(1, DeadLetterState.PARKED, null, SOON)))
        .isEqualTo(SkipReason.NO_ORIGINAL);
  }

  @Test
  void whatHasExpiredIsGoneAlsoWhileItIsStillThere() {
    var letter =
        new RequestSnapshot.OfLetter(1, DeadLetterState.PARKED, ORIGINAL, NOW.getEpochSecond());

    assertThat(skipped(request(NOW), letter)).isEqualTo(SkipReason.GONE);
  }

  @Test
  void whatHasNoTimeToExpireAtIsAsked() {
    var letter = new RequestSnapshot.OfLetter(1, DeadLetterState.PARKED, ORIGINAL, 0);
    var snapshot = new RequestSnapshot(request(NOW), letter);

    assertThat(Eligibility.of(ENTRY, snapshot, HOUR, NOW)).isInstanceOf(Eligibility.Ask.class);
  }

  private static Question asked(RequestSnapshot.OfRequest request) {
    RequestSnapshot snapshot = new RequestSnapshot(request, letter(1, DeadLetterState.PARKED));
    Eligibility eligibility = Eligibility.of(ENTRY, snapshot, HOUR, NOW);
    assertThat(eligibility).isInstanceOf(Eligibility.Ask.class);
    return ((Eligibility.Ask) eligibility).question();
  }

  private static @Nullable SkipReason skipped(
      RequestSnapshot.@Nullable OfRequest request, RequestSnapshot.@Nullable OfLetter letter) {
    Eligibility eligibility =
        Eligibility.of(ENTRY, new RequestSnapshot(request, letter), HOUR, NOW);
    assertThat(eligibility).isInstanceOf(Eligibility.Skip.class);
    return ((Eligibility.Skip) eligibility).entry().skipped();
  }

  private static RequestSnapshot.OfLetter letter(int generation, DeadLetterState state) {
    return new RequestSnapshot.OfLetter(generation, state, ORIGINAL, SOON);
  }

  private static RequestSnapshot.OfRequest request(Instant updatedAt) {
    return new RequestSnapshot.OfRequest(
        1,
        Status.FALLBACK,
        false,
        false,
        StoredEnd.SOME,
        updatedAt,
        NOW,
        NOW.plusSeconds(9_000_000).getEpochSecond());
  }

  private static RequestSnapshot.OfRequest request(
      int generation, Status status, boolean pending, boolean erased) {
    return new RequestSnapshot.OfRequest(
        generation, status, pending, erased, StoredEnd.SOME, NOW, NOW, SOON);
  }
}

package navigator.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import navigator.contracts.Role;
import navigator.contracts.Status;
import navigator.contracts.metric.Metric;
import navigator.contracts.queue.ChatRequest;
import navigator.contracts.testing.CapturedLog;
import org.junit.jupiter.api.Test;

class WriteOutcomeTest {

  private static final Instant NOW = Chats.ENDED.plusSeconds(1);

  private final List<OutcomeWrite> writes = new ArrayList<>();

  @Test
  void aRequestThatIsGoneIsUnknown() {
    WriteOutcome writer = writer(_ -> Optional.empty(), this::commit, NOW);
    assertThat(writer.write(Chats.answered(0))).isEqualTo(Verdict.UNKNOWN);
  }

  @Test
  void anAnswerIsWrittenAtTheClocksTime() {
    WriteOutcome writer = writer(_ -> Optional.of(Chats.queued()), this::commit, NOW);
    assertThat(writer.write(Chats.answered(0))).isEqualTo(Verdict.PERSISTED);
    assertThat(writes.getFirst().at()).isEqualTo(NOW);
    assertThat(writes.getFirst().status()).isEqualTo(Status.COMPLETED);
    assertThat(writes.getFirst().original()).isNull();
  }

  @Test
  void anOutcomeIsCountedWhenItIsWrittenAndOnlyThen() {
    StoredRequest ended = Chats.request(Status.COMPLETED, 0, false);
    try (CapturedLog log = CapturedLog.start()) {
      writer(_ -> Optional.of(Chats.queued()), this::commit, NOW).write(Chats.answered(0));
      writer(_ -> Optional.of(Chats.queued()), this::commit, NOW).write(Chats.fellBack(0));
      writer(_ -> Optional.of(ended), this::commit, NOW).write(Chats.answered(0));
      writer(_ -> Optional.of(ended), this::commit, NOW).write(Chats.fellBack(0));

      assertThat(log.total(Metric.ANSWERS)).isOne();
      assertThat(log.total(Metric.FALLBACKS)).isOne();
    }
  }

  @Test
  void timeNeverGoesBackwardsForARequest() {
    Instant late = Chats.ACCEPTED.minusSeconds(60);
    WriteOutcome writer = writer(_ -> Optional.of(Chats.queued()), this::commit, late);
    writer.write(Chats.answered(0));
    assertThat(writes.getFirst().at()).isEqualTo(Chats.ACCEPTED);
  }

  @Test
  void aFallbackKeepsWhatWasQueued() {
    WriteOutcome writer = writer(_ -> Optional.of(Chats.queued()), this::commit, NOW);
    writer.write(Chats.fellBack(0));
    assertThat(writes.getFirst().original())
        .isEqualTo(
            new ChatRequest(
                1,
                Chats.ID,
                Chats.CONVERSATION,
                "ann",
                Role.STAFF,
                "How do I teach?",
                Chats.TURN,
                Chats.ACCEPTED,
                Chats.DEADLINE,
                0,
                Chats.TRACE));
  }

  @Test
  void whatChangedMeanwhileIsJudgedAgain() {
    StoredRequest cancelled = Chats.request(Status.CANCELLED, 0, false);
    WriteOutcome writer =
        writer(_ -> Optional.of(Chats.queued()), _ -> new CommitVerdict.Changed(cancelled), NOW);
    assertThat(writer.write(Chats.answered(0))).isEqualTo(Verdict.CANCELLED);
  }

  @Test
  void whatVanishedMeanwhileIsUnknown() {
    WriteOutcome writer =
        writer(_ -> Optional.of(Chats.queued()), _ -> new CommitVerdict.Changed(null), NOW);
    assertThat(writer.write(Chats.answered(0))).isEqualTo(Verdict.UNKNOWN);
  }

  @Test
  void aRequestThatNeverStandsStillIsLeftToTheNextTry() {
    StoredRequest queued = Chats.queued();
    WriteOutcome writer =
        writer(_ -> Optional.of(queued), _ -> new CommitVerdict.Changed(queued), NOW);
    assertThatThrownBy(() -> writer.write(Chats.answered(0)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(Chats.ID.value());
  }

  private CommitVerdict commit(OutcomeWrite write) {
    writes.add(write);
    return new CommitVerdict.Committed();
  }

  private static WriteOutcome writer(RequestReader requests, OutcomeStore store, Instant now) {
    StoredMessage question =
        new StoredMessage(Chats.ID, "user", "How do I teach?", Chats.ACCEPTED, null, null);
    return new WriteOutcome(requests, _ -> Optional.of(question), store, () -> now);
  }
}

package navigator.ops.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import navigator.contracts.DeadLetterId;
import navigator.contracts.RequestId;
import navigator.contracts.table.Attribute;
import navigator.contracts.table.EntryState;
import navigator.contracts.table.Keys;
import navigator.contracts.table.SkipReason;
import navigator.ops.AuditView;
import navigator.ops.ReplayStep;
import navigator.ops.Story;
import navigator.ops.TellStory;
import navigator.ops.replay.ReplayTerms;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Every generation of a request is told with the replay that asked it. */
class ReplayedStoryContractTest {

  private static final TestRequestQueue.Server QUEUES = new TestRequestQueue.Server();
  private static final ReplayTerms FAST = ReplayFixture.terms(6_000, 0, 1);

  private final ReplayFixture fixture = new ReplayFixture(QUEUES.queue());

  @AfterAll
  static void stop() {
    QUEUES.close();
  }

  @Test
  void eachGenerationNamesTheReplayThatAskedIt() {
    RequestId id = fixture.letters.park(1).getFirst();
    fixture.worker.answerOnly(_ -> false);
    fixture.replayAs("first", FAST);
    fixture.replayAs("second", FAST);
    fixture.worker.answerOnly(_ -> true);
    fixture.replayAs("third", FAST);
    fixture.letters.park(1);
    fixture.replayAs("about-another", FAST);

    Story story = story(id);
    assertThat(story.replays())
        .extracting(ReplayStep::generation, ReplayStep::replay, ReplayStep::state)
        .containsExactly(
            tuple(1, "first", EntryState.FAILED),
            tuple(2, "second", EntryState.FAILED),
            tuple(3, "third", EntryState.ANSWERED));
    assertThat(story.audit())
        .extracting(AuditView::operation, AuditView::phase)
        .containsExactly(
            tuple("first", "requested"),
            tuple("first", "done"),
            tuple("second", "requested"),
            tuple("second", "done"),
            tuple("third", "requested"),
            tuple("third", "done"));
  }

  @Test
  void aReplayThatLeftItOutIsToldWithTheReason() {
    List<RequestId> ids = fixture.letters.park(2);
    fixture.table.set(Keys.deadLetter(ids.get(1)), Attribute.ORIGINAL, AttributeValue.fromS("{}"));
    fixture.replayAs("first", FAST);

    assertThat(story(ids.get(1)).replays())
        .extracting(ReplayStep::generation, ReplayStep::replay, ReplayStep::skipped)
        .containsExactly(tuple(1, "first", SkipReason.NO_ORIGINAL));
    assertThat(story(ids.get(0)).replays())
        .extracting(ReplayStep::state)
        .containsExactly(EntryState.ANSWERED);
  }

  private Story story(RequestId id) {
    OpsTable ops = fixture.opsTable(fixture.table.client());
    return new TellStory(ops.letters(), ops.audit(), fixture.clock)
        .tell(new DeadLetterId.OfRequest(id))
        .orElseThrow();
  }
}

package navigator.ops.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import navigator.contracts.RequestId;
import navigator.contracts.table.ReplayState;
import navigator.contracts.table.ReplayStop;
import navigator.ops.replay.ReplayCounts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Many requests that end at once: what is read, and what is written, of them. */
class SettleEntriesContractTest {

  private static final TestRequestQueue.Server QUEUES = new TestRequestQueue.Server();

  private final ReplayFixture fixture = new ReplayFixture(QUEUES.queue());
  private final CountedCalls calls = new CountedCalls(fixture.table.client());

  @AfterAll
  static void stop() {
    QUEUES.close();
  }

  @Test
  void whatEndedAtOnceIsReadOnceAndWrittenInParts() {
    fixture.letters.park(180);
    endTogether(180);
    fixture.start(ReplayFixture.terms(6_000, 0, 1));
    fixture.drive(calls.client());
    assertThat(fixture.counts()).isEqualTo(new ReplayCounts(180, 180, 0, 180, 0, 0));
    // 100 keys a read, 50 entries a write; then the replay is completed.
    assertThat(Collections.frequency(calls.operations(), "batchGetItem")).isEqualTo(2);
    assertThat(Collections.frequency(calls.operations(), "transactWriteItems")).isEqualTo(4 + 1);
  }

  @Test
  void theShareIsThatOfAllThatEndedAtOnceInTheirOrder() {
    List<RequestId> ids = fixture.letters.park(200);
    fixture.worker.answerOnly(id -> ids.indexOf(id) >= 50);
    endTogether(60);
    fixture.start(ReplayFixture.terms(60, 0, 0.7));
    fixture.drive(calls.client());
    // Of the latest 50 of 60 are 40 that failed; of the last write's 10 there is none.
    assertThat(fixture.replay().state()).isEqualTo(ReplayState.STOPPED);
    assertThat(fixture.replay().stop()).contains(ReplayStop.FAILURE_SHARE);
    assertThat(fixture.counts()).isEqualTo(new ReplayCounts(200, 60, 0, 10, 50, 0));
  }

  /** The worker begins when so many are asked; from then on calls are counted. */
  private void endTogether(int count) {
    fixture.clock.meanwhile(
        () -> {
          if (fixture.counts().sent() == count) {
            calls.operations().clear();
            fixture.clock.meanwhile(() -> {});
            fixture.worker.work();
          }
        });
  }
}

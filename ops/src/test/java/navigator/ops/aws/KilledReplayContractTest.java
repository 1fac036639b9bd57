package navigator.ops.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import navigator.contracts.RequestId;
import navigator.contracts.table.Attribute;
import navigator.contracts.table.ReplayState;
import navigator.ops.AuditRecord;
import navigator.ops.replay.Entry;
import navigator.ops.replay.ReplayCounts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Drivers that die at any of their calls, and others that go on. */
class KilledReplayContractTest {

  private static final TestRequestQueue.Server QUEUES = new TestRequestQueue.Server();
  private static final Duration LEASE = Duration.ofSeconds(61);
  private static final int LETTERS = 5;

  /** More calls than a replay of so few letters needs. */
  private static final int MOST_CALLS = 200;

  @AfterAll
  static void stop() {
    QUEUES.close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whicheverCallIsTheLastAnotherDriverGoesOn(boolean takesEffect) {
    int call = 1;
    while (diesAt(call, takesEffect)) {
      call++;
      assertThat(call).isLessThan(MOST_CALLS);
    }
    assertThat(call).isGreaterThan(20);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void manyDriversDieOneAfterTheOther(boolean takesEffect) {
    for (int calls = 3; calls <= 5; calls += 2) {
      ReplayFixture fixture = started();
      int deaths = 0;
      while (!fixture.replay().state().isEnded()) {
        assertThat(deaths++).isLessThan(MOST_CALLS);
        // Each lives a little longer than the one before, so that all of it is done at last.
        fixture.driveAs(new Mortal(calls + deaths / 2, takesEffect));
        fixture.clock.advance(LEASE);
      }
      assertThat(deaths).isGreaterThan(3);
      assertAllAnsweredOnce(fixture, "every %d calls".formatted(calls));
    }
  }

  @Test
  void aRequestOfADriverThatDiedLongAgoIsEndedByItsDeadlineAndNotAskedAgain() {
    ReplayFixture fixture = new ReplayFixture(QUEUES.queue());
    RequestId id = fixture.letters.park(1).getFirst();
    fixture.start(ReplayFixture.terms(600, 0, 1));
    fixture.driveSendingAs(new Mortal(1, false));
    assertThat(fixture.stateOf(id)).isEqualTo("replaying");
    fixture.clock.advance(LEASE);
    // Nothing was sent: the sweep ends it.
    assertThat(fixture.worker.received()).isEmpty();
    fixture.worker.end(id, false);
    fixture.drive();
    assertThat(fixture.worker.received()).isEmpty();
    assertThat(fixture.counts()).isEqualTo(new ReplayCounts(1, 1, 0, 0, 1, 0));
    assertThat(fixture.request(id).integer(Attribute.GENERATION)).isOne();
  }

  private static boolean diesAt(int call, boolean takesEffect) {
    ReplayFixture fixture = started();
    Mortal process = new Mortal(call, takesEffect);
    fixture.driveAs(process);
    fixture.clock.advance(LEASE);
    fixture.drive();
    assertAllAnsweredOnce(fixture, "call %d, which %b".formatted(call, takesEffect));
    return process.died();
  }

  private static ReplayFixture started() {
    ReplayFixture fixture = new ReplayFixture(QUEUES.queue());
    fixture.letters.park(LETTERS);
    fixture.start(ReplayFixture.terms(600, 2, 0.2));
    return fixture;
  }

  private static void assertAllAnsweredOnce(ReplayFixture fixture, String when) {
    assertThat(fixture.replay().state()).as(when).isEqualTo(ReplayState.COMPLETED);
    assertThat(fixture.counts())
        .as(when)
        .isEqualTo(new ReplayCounts(LETTERS, LETTERS, 0, LETTERS, 0, 0));
    assertThat(fixture.entries())
        .as(when)
        .hasSize(LETTERS)
        .extracting(Entry::id)
        .allSatisfy(
            id -> {
              assertThat(fixture.statusOf(id)).isEqualTo("completed");
              assertThat(fixture.request(id).integer(Attribute.GENERATION)).isOne();
            });
    Map<String, Integer> ended = fixture.worker.ended();
    assertThat(ended.values()).as(when).hasSize(LETTERS).containsOnly(1);
    assertThat(records(fixture))
        .as(when)
        .extracting(AuditRecord::phase)
        .containsExactly(AuditRecord.Phase.DONE, AuditRecord.Phase.REQUESTED);
  }

  private static List<AuditRecord> records(ReplayFixture fixture) {
    return fixture
        .opsTable(fixture.table.client())
        .audit()
        .read(YearMonth.of(2026, 3), null, 10)
        .items();
  }
}

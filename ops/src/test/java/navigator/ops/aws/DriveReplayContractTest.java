package navigator.ops.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import navigator.contracts.RequestId;
import navigator.contracts.metric.Metric;
import navigator.contracts.table.Attribute;
import navigator.contracts.table.EntryState;
import navigator.contracts.table.Keys;
import navigator.contracts.table.ReplayState;
import navigator.contracts.testing.CapturedLog;
import navigator.ops.AuditAction;
import navigator.ops.AuditRecord;
import navigator.ops.replay.CancelVerdict;
import navigator.ops.replay.DriveVerdict;
import navigator.ops.replay.Entry;
import navigator.ops.replay.LeaseVerdict;
import navigator.ops.replay.Replay;
import navigator.ops.replay.ReplayCounts;
import navigator.ops.replay.ReplayTerms;
import navigator.ops.replay.StartVerdict;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DriveReplayContractTest {

  private static final TestRequestQueue.Server QUEUES = new TestRequestQueue.Server();
  private static final ReplayTerms FAST = ReplayFixture.terms(6_000, 0, 1);

  private final ReplayFixture fixture = new ReplayFixture(QUEUES.queue());

  @AfterAll
  static void stop() {
    QUEUES.close();
  }

  @Test
  void everyParkedLetterIsAnsweredOnce() {
    List<RequestId> ids = fixture.letters.park(25);
    fixture.letters.parkUnreadable("m-1");
    fixture.start(ReplayFixture.terms(600, 5, 0.2));
    assertThat(fixture.drive()).isEqualTo(DriveVerdict.ENDED);
    assertThat(fixture.replay().state()).isEqualTo(ReplayState.COMPLETED);
    assertThat(fixture.counts()).isEqualTo(new ReplayCounts(25, 25, 0, 25, 0, 0));
    assertThat(ids)
        .allSatisfy(
            id -> {
              assertThat(fixture.statusOf(id)).isEqualTo("completed");
              assertThat(fixture.stateOf(id)).isEqualTo("resolved");
              assertThat(fixture.letter(id).text(Attribute.REPLAY)).isEqualTo(fixture.name());
            });
    assertThat(fixture.worker.ended().values()).hasSize(25).containsOnly(1);
    assertThat(fixture.worker.received()).hasSize(25);
  }

  @Test
  void theOldestFailureIsAskedFirst() {
    List<RequestId> ids = fixture.letters.park(30);
    fixture.start(FAST);
    fixture.drive();
    assertThat(fixture.entries()).extracting(Entry::id).containsExactlyElementsOf(ids);
  }

  @Test
  void aRequestThatIsAskedIsLikeOneThatWasJustSubmitted() {
    RequestId id = fixture.letters.park(1).getFirst();
    fixture.clock.meanwhile(() -> {});
    fixture.start(FAST);
    fixture.drive(fixture.within(Duration.ofSeconds(5)));
    Row request = fixture.request(id);
    assertThat(request.integer(Attribute.GENERATION)).isOne();
    assertThat(request.text(Attribute.STATUS)).isEqualTo("fallback");
    assertThat(request.integer(Attribute.ATTEMPTS)).isZero();
    assertThat(request.integer(Attribute.CRASHES)).isZero();
    assertThat(
            List.of(
                Attribute.TICKET,
                Attribute.DEFERRED_UNTIL,
                Attribute.LAST_FAULT,
                Attribute.FIRST_FAILURE_AT,
                Attribute.LAST_FAILURE_AT,
                Attribute.LEASE_OWNER))
        .noneMatch(request::has);
    Instant deadline = request.time(Attribute.DEADLINE_AT);
    assertThat(request.text(Attribute.PENDING_INDEX_PK))
        .isEqualTo(Keys.pending(id, deadline).partition());
    assertThat(request.text(Attribute.PENDING_INDEX_SK))
        .isEqualTo(Keys.pending(id, deadline).sort());
    assertThat(request.number(Attribute.EXPIRES_AT)).isGreaterThan(deadline.getEpochSecond());
    assertThat(fixture.stateOf(id)).isEqualTo("replaying");
    assertThat(fixture.letter(id).number(Attribute.EXPIRES_AT))
        .isGreaterThan(deadline.getEpochSecond());
    assertThat(fixture.counts()).isEqualTo(new ReplayCounts(1, 1, 1, 0, 0, 0));
  }

  @Test
  void whatFailsAgainIsParkedAgainAndCounted() {
    List<RequestId> ids = fixture.letters.park(5);
    fixture.worker.answerOnly(id -> !id.equals(ids.get(2)));
    fixture.start(FAST);
    try (CapturedLog log = CapturedLog.start()) {
      fixture.drive();
      assertThat(log.total(Metric.REPLAYED_REQUESTS)).isZero();
      fixture.count();
      assertThat(log.total(Metric.REPLAYED_REQUESTS)).isEqualTo(5);
    }
    assertThat(fixture.counts()).isEqualTo(new ReplayCounts(5, 5, 0, 4, 1, 0));
    assertThat(fixture.replay().state()).isEqualTo(ReplayState.COMPLETED);
    assertThat(fixture.stateOf(ids.get(2))).isEqualTo("parked");
    assertThat(fixture.entries().get(2).state()).isEqualTo(EntryState.FAILED);
  }

  @Test
  void aReplayThatNobodyAnswersEndsWithItsDeadline() {
    RequestId id = fixture.letters.park(1).getFirst();
    Instant start = fixture.clock.instant();
    fixture.clock.meanwhile(
        () -> {
          if (fixture.clock.instant().isAfter(start.plus(FAST.deadline()))
              && fixture.request(id).has(Attribute.PENDING_INDEX_PK)) {
            fixture.worker.end(id, false);
          }
        });
    fixture.start(FAST);
    assertThat(fixture.drive()).isEqualTo(DriveVerdict.ENDED);
    assertThat(fixture.counts()).isEqualTo(new ReplayCounts(1, 1, 0, 0, 1, 0));
  }

  @Test
  void cancellingTwiceIsCancellingOnce() {
    fixture.letters.park(1);
    fixture.start(FAST);
    CancelVerdict first = fixture.cancel(fixture.name());
    assertThat(fixture.cancel(fixture.name())).isEqualTo(first);
    fixture.drive();
    assertThat(fixture.counts()).isEqualTo(new ReplayCounts(0, 0, 0, 0, 0, 0));
    assertThat(audited()).filteredOn(r -> r.action() == AuditAction.CANCEL_REPLAY).hasSize(1);
  }

  @Test
  void aNameIsGivenOnce() {
    Replay first = fixture.start(FAST);
    assertThat(fixture.ordering(first.order())).isEqualTo(new StartVerdict.NameTaken(first));
  }

  @Test
  void oneDriverDrivesAtATime() throws Exception {
    fixture.letters.park(3);
    fixture.start(FAST);
    List<DriveVerdict> second = new ArrayList<>();
    fixture.clock.meanwhile(
        () -> {
          second.add(fixture.drive(() -> true));
          fixture.worker.work();
        });
    assertThat(fixture.drive()).isEqualTo(DriveVerdict.ENDED);
    assertThat(second).isNotEmpty().containsOnly(DriveVerdict.BUSY);
  }

  @Test
  void aDriverThatWasOvertakenWritesNothingMore() {
    fixture.letters.park(30);
    fixture.start(ReplayFixture.terms(60, 0, 1));
    boolean[] slept = {false};
    fixture.clock.meanwhile(
        () -> {
          if (!slept[0]) {
            // It is stopped for longer than its lease; another drives to the end.
            slept[0] = true;
            fixture.clock.advance(Duration.ofMinutes(2));
            fixture.clock.meanwhile(fixture.worker::work);
            assertThat(fixture.drive()).isEqualTo(DriveVerdict.ENDED);
          }
        });
    assertThat(fixture.drive()).isEqualTo(DriveVerdict.ENDED);
    assertThat(fixture.counts()).isEqualTo(new ReplayCounts(30, 30, 0, 30, 0, 0));
    assertThat(fixture.worker.received()).hasSize(30);
  }

  @ParameterizedTest
  @EnumSource(names = {"MATCHING", "SENDING", "DRAINING"})
  void aDriverThatIsOvertakenBetweenItsLookAndItsWriteWritesNothing(ReplayState when) {
    fixture.letters.park(30);
    fixture.start(FAST);
    boolean[] overtaken = {false};
    fixture.driveMeddledWith(
        () -> {
          if (!overtaken[0] && fixture.replay().state() == when) {
            overtaken[0] = true;
            fixture.clock.advance(Duration.ofMinutes(2));
            fixture.clock.meanwhile(fixture.worker::work);
            assertThat(fixture.drive()).isEqualTo(DriveVerdict.ENDED);
          }
        });
    assertThat(overtaken[0]).isTrue();
    assertThat(fixture.counts()).isEqualTo(new ReplayCounts(30, 30, 0, 30, 0, 0));
    assertThat(fixture.worker.received()).hasSize(30);
  }

  @Test
  void aDriverWhoseReplayWasTakenJustBeforeAnyOfItsWritesWritesNothing() {
    int taken = 0;
    while (isTakenBefore(taken + 1)) {
      taken++;
    }
    // They are matched, begun and sent ten at a time, and settled; the replay is moved on thrice.
    assertThat(taken).isGreaterThanOrEqualTo(8);
  }

  /** Whether a drive has such a write; it has found it refused then. */
  private static boolean isTakenBefore(int write) {
    ReplayFixture fixture = new ReplayFixture(QUEUES.queue());
    fixture.letters.park(12);
    fixture.start(FAST);
    int[] writes = {0};
    List<Replay> replay = new ArrayList<>();
    List<Entry> entries = new ArrayList<>();
    fixture.driveMeddledWith(
        () -> {
          writes[0]++;
          if (writes[0] == write) {
            fixture.clock.advance(Duration.ofMinutes(2));
            assertThat(fixture.take("another")).isInstanceOf(LeaseVerdict.Taken.class);
            replay.add(fixture.replay());
            entries.addAll(fixture.entries());
          }
        });
    if (writes[0] < write) {
      assertThat(fixture.counts()).isEqualTo(new ReplayCounts(12, 12, 0, 12, 0, 0));
      return false;
    }
    assertThat(writes[0]).isEqualTo(write);
    assertThat(fixture.replay()).isEqualTo(replay.getFirst());
    assertThat(fixture.entries()).isEqualTo(entries);
    return true;
  }

  @Test
  void whatHasEndedAndWhatNobodyKnowsIsNotDriven() {
    assertThat(fixture.drive()).isEqualTo(DriveVerdict.UNKNOWN);
    fixture.start(FAST);
    assertThat(fixture.drive()).isEqualTo(DriveVerdict.ENDED);
    assertThat(fixture.drive()).isEqualTo(DriveVerdict.ENDED);
  }

  @Test
  void startAndEndAreWrittenDownWithWhoWhyAndWhat() {
    fixture.letters.park(2);
    Replay replay = fixture.start(FAST);
    fixture.drive();
    assertThat(audited())
        .hasSize(2)
        .allSatisfy(
            record -> {
              assertThat(record.operation()).isEqualTo(replay.name());
              assertThat(record.actor()).isEqualTo("ada");
              assertThat(record.reason()).isEqualTo("incident 7");
            });
    assertThat(audited().getFirst().phase()).isEqualTo(AuditRecord.Phase.DONE);
    assertThat(audited().getFirst().counts()).isEqualTo(fixture.counts().named());
  }

  private List<AuditRecord> audited() {
    return fixture
        .opsTable(fixture.table.client())
        .audit()
        .read(YearMonth.of(2026, 3), null, 10)
        .items();
  }
}

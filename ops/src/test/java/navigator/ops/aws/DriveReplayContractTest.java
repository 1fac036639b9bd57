package navigator.ops.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import navigator.contracts.ErrorCode;
import navigator.contracts.RequestId;
import navigator.contracts.metric.Metric;
import navigator.contracts.queue.ChatRequest;
import navigator.contracts.table.Attribute;
import navigator.contracts.table.EntryState;
import navigator.contracts.table.Keys;
import navigator.contracts.table.ReplayState;
import navigator.contracts.table.ReplayStop;
import navigator.contracts.table.SkipReason;
import navigator.contracts.testing.CapturedLog;
import navigator.ops.AuditAction;
import navigator.ops.AuditRecord;
import navigator.ops.LetterFilter;
import navigator.ops.replay.CancelVerdict;
import navigator.ops.replay.DriveVerdict;
import navigator.ops.replay.Entry;
import navigator.ops.replay.Replay;
import navigator.ops.replay.ReplayCounts;
import navigator.ops.replay.ReplayTerms;
import navigator.ops.replay.Selection;
import navigator.ops.replay.StartVerdict;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

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
      assertThat(log.total(Metric.REPLAYED_REQUESTS)).isEqualTo(5);
    }
    assertThat(fixture.counts()).isEqualTo(new ReplayCounts(5, 5, 0, 4, 1, 0));
    assertThat(fixture.replay().state()).isEqualTo(ReplayState.COMPLETED);
    assertThat(fixture.stateOf(ids.get(2))).isEqualTo("parked");
    assertThat(fixture.entries().get(2).state()).isEqualTo(EntryState.FAILED);
  }

  @Test
  void aCanaryThatFailsStopsTheRest() {
    List<RequestId> ids = fixture.letters.park(12);
    fixture.worker.answerOnly(id -> !id.equals(ids.get(1)));
    fixture.start(ReplayFixture.terms(600, 3, 0.2));
    try (CapturedLog log = CapturedLog.start()) {
      fixture.drive();
      assertThat(log.total(Metric.REPLAYS_STOPPED)).isOne();
    }
    Replay replay = fixture.replay();
    assertThat(replay.state()).isEqualTo(ReplayState.STOPPED);
    assertThat(replay.stop()).contains(ReplayStop.CANARY_FAILED);
    assertThat(replay.counts()).isEqualTo(new ReplayCounts(12, 3, 0, 2, 1, 0));
    assertThat(fixture.worker.received()).hasSize(3);
    assertThat(ids.subList(3, 12)).allMatch(id -> fixture.stateOf(id).equals("parked"));
    assertThat(ids.subList(3, 12))
        .allMatch(id -> fixture.request(id).integer(Attribute.GENERATION) == 0);
  }

  @Test
  void tooManyFailuresStopTheRest() {
    List<RequestId> ids = fixture.letters.park(200);
    Set<RequestId> answered = Set.copyOf(ids.subList(0, 40));
    fixture.worker.answerOnly(answered::contains);
    fixture.start(ReplayFixture.terms(600, 5, 0.2));
    fixture.drive();
    Replay replay = fixture.replay();
    assertThat(replay.state()).isEqualTo(ReplayState.STOPPED);
    assertThat(replay.stop()).contains(ReplayStop.FAILURE_SHARE);
    assertThat(replay.counts().outstanding()).isZero();
    assertThat(replay.counts().failed()).isBetween(10L, 60L);
  }

  @Test
  void noMinuteSeesMoreThanTheRateEvenAfterAPause() {
    fixture.letters.park(40);
    fixture.start(ReplayFixture.terms(10, 0, 1));
    List<Instant> seen = new ArrayList<>();
    fixture.clock.meanwhile(
        () -> {
          fixture.worker.work();
          while (seen.size() < fixture.worker.received().size()) {
            seen.add(fixture.clock.instant());
          }
        });
    fixture.drive(fixture.within(Duration.ofSeconds(100)));
    fixture.clock.advance(Duration.ofMinutes(20));
    fixture.drive();
    assertThat(seen).hasSize(40);
    for (int i = 0; i + 10 < seen.size(); i++) {
      // What is asked is seen in the pause after it.
      assertThat(Duration.between(seen.get(i), seen.get(i + 10)))
          .isGreaterThan(Duration.ofSeconds(58));
    }
  }

  @Test
  void whatIsOutstandingIsBounded() {
    fixture.letters.park(40);
    fixture.clock.meanwhile(() -> {});
    fixture.start(ReplayFixture.terms(12, 0, 1));
    fixture.drive(fixture.within(Duration.ofMinutes(10)));
    assertThat(fixture.counts().outstanding()).isEqualTo(12);
  }

  @Test
  void whatIsOfNoUseIsSkippedAndCounted() {
    List<RequestId> ids = fixture.letters.park(6);
    fixture.start(ReplayFixture.terms(60, 0, 1));
    fixture.drive(this::isMatching);
    fixture.worker.end(ids.get(1), true);
    fixture.table.set(Keys.request(ids.get(2)), Attribute.ERASED_AT, text("2026-03-02T11:00:00Z"));
    fixture.table.set(Keys.deadLetter(ids.get(3)), Attribute.STATE, text("discarded"));
    fixture.table.delete(Keys.deadLetter(ids.get(4)));
    fixture.table.set(Keys.deadLetter(ids.get(5)), Attribute.ORIGINAL, text("{}"));
    fixture.drive();
    assertThat(fixture.counts()).isEqualTo(new ReplayCounts(6, 1, 0, 1, 0, 5));
    assertThat(fixture.entries())
        .extracting(Entry::skipped)
        .containsExactly(
            null,
            SkipReason.ANSWERED_MEANWHILE,
            SkipReason.ERASED,
            SkipReason.DISCARDED,
            SkipReason.GONE,
            SkipReason.NO_ORIGINAL);
    assertThat(fixture.worker.received()).hasSize(1);
  }

  static Stream<Arguments> meddling() {
    return Stream.of(
        Arguments.of(true, Attribute.STATE, "discarded", SkipReason.DISCARDED),
        Arguments.of(true, Attribute.STATE, "replaying", SkipReason.REPLAYING_ELSEWHERE),
        Arguments.of(false, Attribute.STATUS, "completed", SkipReason.ANSWERED_MEANWHILE),
        Arguments.of(false, Attribute.ERASED_AT, "2026-03-02T11:00:00.000000Z", SkipReason.ERASED));
  }

  @ParameterizedTest
  @MethodSource("meddling")
  void whatChangesBetweenItsReadAndItsWriteIsReadAgain(
      boolean letter, String attribute, String value, SkipReason why) {
    List<RequestId> ids = fixture.letters.park(3);
    RequestId id = ids.get(1);
    fixture.start(ReplayFixture.terms(600, 0, 1));
    fixture.driveMeddledWith(
        () -> {
          if (fixture.replay().state() == ReplayState.SENDING) {
            fixture.table.set(
                letter ? Keys.deadLetter(id) : Keys.request(id), attribute, text(value));
          }
        });
    assertThat(fixture.request(id).integer(Attribute.GENERATION)).isZero();
    assertThat(fixture.entries().get(1).skipped()).isEqualTo(why);
    assertThat(fixture.counts()).isEqualTo(new ReplayCounts(3, 2, 0, 2, 0, 1));
    assertThat(fixture.worker.received()).hasSize(2);
  }

  @Test
  void whatIsErasedWhileItIsAskedIsSkipped() {
    RequestId id = fixture.letters.park(1).getFirst();
    fixture.clock.meanwhile(
        () ->
            fixture.table.set(Keys.request(id), Attribute.ERASED_AT, text("2026-03-02T11:00:00Z")));
    fixture.start(FAST);
    fixture.drive();
    assertThat(fixture.counts()).isEqualTo(new ReplayCounts(1, 1, 0, 0, 0, 1));
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
  void nothingMoreIsAskedOnceItIsCancelledAndWhatWasAskedIsWaitedFor() {
    fixture.letters.park(30);
    fixture.clock.meanwhile(() -> {});
    fixture.start(ReplayFixture.terms(60, 0, 1));
    fixture.drive(fixture.within(Duration.ofSeconds(4)));
    assertThat(fixture.cancel(fixture.name())).isInstanceOf(CancelVerdict.Cancelled.class);
    long asked = fixture.counts().outstanding();
    assertThat(asked).isPositive();
    fixture.drive(fixture.within(Duration.ofSeconds(20)));
    assertThat(fixture.replay().state()).isEqualTo(ReplayState.DRAINING);
    assertThat(fixture.counts().outstanding()).isEqualTo(asked);
    fixture.clock.meanwhile(fixture.worker::work);
    fixture.drive();
    assertThat(fixture.replay().state()).isEqualTo(ReplayState.CANCELLED);
    assertThat(fixture.counts().answered()).isEqualTo(asked);
    assertThat(fixture.cancel(fixture.name())).isInstanceOf(CancelVerdict.AlreadyEnded.class);
    assertThat(fixture.cancel("nobody-knows")).isInstanceOf(CancelVerdict.Unknown.class);
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
  void onlyWhatIsSelectedIsAskedAndNeverMoreThanTheMaximum() {
    fixture.letters.park(2);
    Instant later = ParkedRequests.FAILED_AT.plusSeconds(100);
    List<RequestId> wanted = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      wanted.add(fixture.letters.park(later.plusSeconds(i), ErrorCode.THROTTLED, "eve"));
    }
    LetterFilter filter =
        new LetterFilter(
            ErrorCode.THROTTLED, ParkedRequests.MODEL, "eve", later.plusSeconds(1), null);
    fixture.start(
        new Selection.Filtered(filter), new ReplayTerms(6_000, 3, 0, 1, Duration.ofMinutes(30)));
    fixture.drive();
    assertThat(fixture.worker.received())
        .extracting(ChatRequest::requestId)
        .containsExactlyInAnyOrderElementsOf(wanted.subList(1, 4));
  }

  @Test
  void whatIsListedIsAskedIfItIsParked() {
    List<RequestId> ids = fixture.letters.park(4);
    fixture.table.set(Keys.deadLetter(ids.get(3)), Attribute.STATE, text("resolved"));
    fixture.start(
        new Selection.Listed(List.of(ids.get(2), ids.get(3), ids.get(0), RequestId.random())),
        FAST);
    fixture.drive();
    assertThat(fixture.entries()).extracting(Entry::id).containsExactly(ids.get(0), ids.get(2));
    assertThat(fixture.counts()).isEqualTo(new ReplayCounts(2, 2, 0, 2, 0, 0));
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

  private boolean isMatching() {
    return fixture.replay().state() == ReplayState.MATCHING;
  }

  private static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }
}

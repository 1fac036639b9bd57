package navigator.ops.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import navigator.contracts.IsoMicros;
import navigator.contracts.RequestId;
import navigator.contracts.table.Attribute;
import navigator.contracts.table.DeadLetterState;
import navigator.contracts.table.Keys;
import navigator.contracts.table.ReplayState;
import navigator.contracts.table.SkipReason;
import navigator.ops.replay.Entry;
import navigator.ops.replay.ReplayCounts;
import navigator.ops.replay.ReplayTerms;
import navigator.ops.replay.Selection;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What a replay leaves out, whenever it finds out. */
class SkippedEntriesContractTest {

  private static final TestRequestQueue.Server QUEUES = new TestRequestQueue.Server();
  private static final ReplayTerms FAST = ReplayFixture.terms(6_000, 0, 1);

  private final ReplayFixture fixture = new ReplayFixture(QUEUES.queue());

  @AfterAll
  static void stop() {
    QUEUES.close();
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
  void whatIsErasedWhileItIsAskedIsSkippedAndItsLetterParkedAsOthersOfErasedRequestsAre() {
    RequestId id = fixture.letters.park(1).getFirst();
    fixture.clock.meanwhile(() -> erase(id));
    fixture.start(FAST);
    fixture.drive();
    assertThat(fixture.counts()).isEqualTo(new ReplayCounts(1, 1, 0, 0, 0, 1));
    assertThat(fixture.entries()).extracting(Entry::skipped).containsExactly(SkipReason.ERASED);
    assertThat(fixture.stateOf(id)).isEqualTo("parked");
    assertThat(fixture.letter(id).text(Attribute.PENDING_INDEX_PK))
        .isEqualTo(
            Keys.deadLetterOfState(DeadLetterState.PARKED, id, ParkedRequests.FAILED_AT)
                .partition());
    assertThat(fixture.letter(id).text(Attribute.PENDING_INDEX_SK))
        .startsWith(IsoMicros.format(ParkedRequests.FAILED_AT));
  }

  @Test
  void theLetterOfAnErasedRequestMayBeGoneOrAnotherReplaysOrParkedAlready() {
    List<RequestId> ids = fixture.letters.park(3);
    fixture.clock.meanwhile(
        () -> {
          ids.forEach(this::erase);
          fixture.table.delete(Keys.deadLetter(ids.get(0)));
          fixture.table.set(Keys.deadLetter(ids.get(1)), Attribute.REPLAY, text("another"));
          fixture.table.set(Keys.deadLetter(ids.get(2)), Attribute.STATE, text("discarded"));
        });
    fixture.start(FAST);
    fixture.drive();
    assertThat(fixture.counts()).isEqualTo(new ReplayCounts(3, 3, 0, 0, 0, 3));
    assertThat(fixture.table.item(Keys.deadLetter(ids.get(0)))).isEmpty();
    assertThat(fixture.stateOf(ids.get(1))).isEqualTo("replaying");
    assertThat(fixture.stateOf(ids.get(2))).isEqualTo("discarded");
  }

  // As the deletion of its conversation does.
  private void erase(RequestId id) {
    fixture.table.set(Keys.request(id), Attribute.ERASED_AT, text("2026-03-02T11:00:00.000000Z"));
    fixture.table.remove(Keys.request(id), Attribute.PENDING_INDEX_PK);
    fixture.table.remove(Keys.request(id), Attribute.PENDING_INDEX_SK);
    fixture.table.remove(Keys.deadLetter(id), Attribute.ORIGINAL);
  }

  @Test
  void whatHasAnAnswerThatItsStatusDoesNotShowYetIsNotAskedAgain() {
    List<RequestId> ids = fixture.letters.park(2);
    answerIsStored(ids.get(1));
    fixture.start(FAST);
    fixture.drive();
    assertThat(fixture.entries().get(1).skipped()).isEqualTo(SkipReason.ANSWERED_MEANWHILE);
    assertThat(fixture.request(ids.get(1)).integer(Attribute.GENERATION)).isZero();
    assertThat(fixture.counts()).isEqualTo(new ReplayCounts(2, 1, 0, 1, 0, 1));
  }

  // The sweep ended it while its call was in flight.
  @Test
  void whatIsAnsweredBetweenItsReadAndItsWriteIsNotAskedAgain() {
    List<RequestId> ids = fixture.letters.park(2);
    RequestId id = ids.get(1);
    fixture.table.set(Keys.request(id), Attribute.OUTCOME_GENERATION, number(-1));
    fixture.start(ReplayFixture.terms(600, 0, 1));
    fixture.driveMeddledWith(
        () -> {
          if (fixture.replay().state() == ReplayState.SENDING) {
            answerIsStored(id);
          }
        });
    assertThat(fixture.entries().get(1).skipped()).isEqualTo(SkipReason.ANSWERED_MEANWHILE);
    assertThat(fixture.request(id).integer(Attribute.GENERATION)).isZero();
  }

  private void answerIsStored(RequestId id) {
    fixture.table.put(
        Item.at(Keys.outcome(id, 0)).text(Attribute.KIND, Attribute.ANSWERED).attributes());
    fixture.table.set(Keys.request(id), Attribute.OUTCOME_GENERATION, number(0));
  }

  private static AttributeValue number(int number) {
    return AttributeValue.fromN("" + number);
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

  private boolean isMatching() {
    return fixture.replay().state() == ReplayState.MATCHING;
  }

  private static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }
}

package navigator.ops.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import navigator.contracts.ErrorCode;
import navigator.contracts.RequestId;
import navigator.contracts.table.ReplayState;
import navigator.ops.LetterFilter;
import navigator.ops.replay.DriveVerdict;
import navigator.ops.replay.Entry;
import navigator.ops.replay.PlanReplay;
import navigator.ops.replay.ReplayTerms;
import navigator.ops.replay.Selection;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What a replay finds to be about, and how it walks over very many letters for few. */
class MatchLettersContractTest {

  private static final TestRequestQueue.Server QUEUES = new TestRequestQueue.Server();
  private static final ReplayTerms FAST = ReplayFixture.terms(6_000, 0, 1);
  private static final Selection OF_EVE =
      new Selection.Filtered(new LetterFilter(null, null, "eve", null, null));

  private final ReplayFixture fixture = new ReplayFixture(QUEUES.queue());
  private Runnable meanwhile = () -> {};
  private int reads;

  @AfterAll
  static void stop() {
    QUEUES.close();
  }

  @Test
  void aWalkOverVeryManyIsGoneOnWithWhereItWasLeft() {
    fixture.letters.park(200);
    RequestId last = parkOfEve();
    fixture.start(OF_EVE, FAST);
    List<Integer> readsOfDrives = new ArrayList<>();
    DriveVerdict verdict = DriveVerdict.TIME_UP;
    while (verdict == DriveVerdict.TIME_UP && readsOfDrives.size() < 10) {
      reads = 0;
      verdict = fixture.drive(slow(), fixture.within(Duration.ofSeconds(30)));
      readsOfDrives.add(reads);
    }
    assertThat(verdict).isEqualTo(DriveVerdict.ENDED);
    assertThat(readsOfDrives).hasSizeGreaterThan(2).allMatch(ofDrive -> ofDrive < 50);
    assertThat(fixture.entries()).extracting(Entry::id).containsExactly(last);
    assertThat(fixture.counts().answered()).isOne();
  }

  @Test
  void whoWalksKeepsTheReplay() {
    fixture.letters.park(200);
    parkOfEve();
    fixture.start(OF_EVE, FAST);
    List<DriveVerdict> others = new ArrayList<>();
    meanwhile =
        () -> {
          if (reads % 30 == 0) {
            others.add(fixture.drive(() -> true));
          }
        };
    assertThat(fixture.drive(slow(), fixture.within(Duration.ofHours(1))))
        .isEqualTo(DriveVerdict.ENDED);
    assertThat(others).hasSizeGreaterThan(2).containsOnly(DriveVerdict.BUSY);
  }

  @Test
  void aWalkEndsWhenItIsCancelled() {
    fixture.letters.park(200);
    fixture.start(OF_EVE, FAST);
    meanwhile =
        () -> {
          if (reads == 20) {
            var _ = fixture.cancel(fixture.name());
          }
        };
    assertThat(fixture.drive(slow(), fixture.within(Duration.ofHours(1))))
        .isEqualTo(DriveVerdict.ENDED);
    assertThat(fixture.replay().state()).isEqualTo(ReplayState.CANCELLED);
    assertThat(reads).isLessThan(50);
  }

  @Test
  void theTimesOfAFilterHaveTheirBounds() {
    List<RequestId> ids = fixture.letters.park(3);
    Instant first = ParkedRequests.FAILED_AT;
    Selection second =
        new Selection.Filtered(
            new LetterFilter(null, null, null, first.plusSeconds(1), first.plusSeconds(2)));
    OpsTable table = fixture.opsTable(fixture.table.client());
    PlanReplay plans =
        new PlanReplay(table.parkedLetters(), table.earlierUsage(), InstantSource.system());
    assertThat(plans.plan(second, FAST).asked()).isOne();
    fixture.start(second, FAST);
    fixture.drive();
    assertThat(fixture.entries()).extracting(Entry::id).containsExactly(ids.get(1));
  }

  private RequestId parkOfEve() {
    return fixture.letters.park(
        ParkedRequests.FAILED_AT.plusSeconds(500), ErrorCode.MODEL_TIMEOUT, "eve");
  }

  /** A read of two letters takes a second. */
  private DynamoDbClient slow() {
    return SmallPages.of(
        fixture.table.client(),
        2,
        () -> {
          reads++;
          fixture.clock.advance(Duration.ofSeconds(1));
          meanwhile.run();
        });
  }
}

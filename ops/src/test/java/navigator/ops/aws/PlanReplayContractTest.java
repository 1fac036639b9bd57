package navigator.ops.aws;

import static navigator.ops.aws.ParkedRequests.FAILED_AT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import navigator.contracts.ErrorCode;
import navigator.contracts.RequestId;
import navigator.contracts.table.Attribute;
import navigator.contracts.table.Keys;
import navigator.contracts.testing.TestTable;
import navigator.ops.LetterFilter;
import navigator.ops.replay.PlanReplay;
import navigator.ops.replay.ReplayPlan;
import navigator.ops.replay.ReplayTerms;
import navigator.ops.replay.Selection;
import navigator.ops.replay.TokenEstimate;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class PlanReplayContractTest {

  private static final Selection ALL = new Selection.Filtered(LetterFilter.ALL);

  private final TestTable table = TestTable.create();
  private final ParkedRequests letters = new ParkedRequests(table);
  private final SlowClock clock = new SlowClock();
  private final PlanReplay plans = plansOf(table.client());

  @Test
  void aPlanTellsWhatWouldBeAskedAndHowLongThatTakes() {
    Instant first = FAILED_AT;
    letters.park(first.plusSeconds(5), ErrorCode.THROTTLED, "ann");
    letters.park(first, ErrorCode.MODEL_TIMEOUT, "ann");
    letters.park(first.plusSeconds(9), ErrorCode.THROTTLED, "eve");
    letters.parkUnreadable("m-1");
    assertThat(plans.plan(ALL, terms(6, 100)))
        .isEqualTo(
            new ReplayPlan(
                3,
                false,
                false,
                Map.of(ErrorCode.THROTTLED, 2L, ErrorCode.MODEL_TIMEOUT, 1L),
                first,
                first.plusSeconds(9),
                null,
                Duration.ofSeconds(30),
                Optional.empty()));
  }

  @Test
  void aPlanTellsThatMoreIsSelectedThanMayBeAsked() {
    letters.park(12);
    ReplayPlan plan = plans.plan(ALL, terms(60, 10));
    assertThat(plan.asked()).isEqualTo(10);
    assertThat(plan.beyondMaximum()).isTrue();
    assertThat(plans.plan(ALL, terms(60, 12)).beyondMaximum()).isFalse();
  }

  @Test
  void aPlanOfVeryManyTellsThatThereAreAtLeastSoMany() {
    letters.park(400);
    clock.step = Duration.ofMillis(50);
    ReplayPlan plan = plans.plan(ALL, terms(60, 10_000));
    assertThat(plan.atLeast()).isTrue();
    assertThat(plan.beyondMaximum()).isFalse();
    assertThat(plan.asked()).isBetween(50L, 200L);
    // Nothing is passed over: the letters were parked a second apart.
    assertThat(plan.newest()).isEqualTo(FAILED_AT.plusSeconds(plan.asked() - 1));
    assertThat(plan.countedUpTo()).isEqualTo(plan.newest());
  }

  @Test
  void aPlanOfFewAmongVeryManyEndsInTimeAndDoesNotSayThatThereIsNone() {
    letters.park(100);
    clock.step = Duration.ofSeconds(3);
    List<Integer> reads = new ArrayList<>();
    PlanReplay plans = plansOf(SmallPages.of(table.client(), 2, () -> reads.add(1)));
    Selection ofEve = new Selection.Filtered(new LetterFilter(null, null, "eve", null, null));
    ReplayPlan plan = plans.plan(ofEve, terms(60, 100));
    assertThat(plan.asked()).isZero();
    assertThat(plan.atLeast()).isTrue();
    assertThat(plan.isEmpty()).isFalse();
    assertThat(plan.countedUpTo()).isBetween(FAILED_AT, FAILED_AT.plusSeconds(99));
    assertThat(reads).hasSizeLessThan(20);
  }

  @Test
  void aPlanThatReachedItsMaximumIsExact() {
    letters.park(12);
    clock.step = Duration.ofMillis(900);
    ReplayPlan plan = plans.plan(ALL, terms(60, 3));
    assertThat(plan.asked()).isEqualTo(3);
    assertThat(plan.atLeast()).isFalse();
  }

  /** A clock that goes on whenever it is looked at. */
  private static final class SlowClock implements InstantSource {

    private Instant now = FAILED_AT;
    private Duration step = Duration.ZERO;

    @Override
    public Instant instant() {
      now = now.plus(step);
      return now;
    }
  }

  @Test
  void tokensAreJudgedByWhatTheSamePeopleWereAnswered() {
    letters.park(10);
    answered("ann", 100, 20, 10);
    answered("ann", 300, 0, 30);
    answered("eve", 9_000, 0, 900);
    assertThat(plans.plan(ALL, terms(60, 100)).tokens()).contains(new TokenEstimate(2_100, 200, 2));
    assertThat(new TokenEstimate(2_100, 200, 2).dollars(3, 15)).isEqualTo(0.0093);
  }

  @Test
  void nothingSelectedIsNothingAsked() {
    ReplayPlan plan = plans.plan(ALL, terms(60, 100));
    assertThat(plan.asked()).isZero();
    assertThat(plan.oldest()).isNull();
    assertThat(plan.tokens()).isEmpty();
  }

  private PlanReplay plansOf(DynamoDbClient dynamo) {
    OpsTable opsTable = new OpsTable(dynamo, table.name());
    return new PlanReplay(opsTable.parkedLetters(), opsTable.earlierUsage(), clock);
  }

  private void answered(String user, int input, int cached, int output) {
    RequestId id = letters.park(FAILED_AT, ErrorCode.INTERNAL, user);
    table.delete(Keys.deadLetter(id));
    table.set(Keys.request(id), Attribute.STATUS, AttributeValue.fromS("completed"));
    table.set(
        Keys.request(id),
        Attribute.USAGE,
        AttributeValue.fromM(
            Map.of(
                Attribute.INPUT_TOKENS, AttributeValue.fromN("" + input),
                Attribute.CACHE_READ_TOKENS, AttributeValue.fromN("" + cached),
                Attribute.OUTPUT_TOKENS, AttributeValue.fromN("" + output))));
  }

  private static ReplayTerms terms(int rate, int maximum) {
    return new ReplayTerms(rate, maximum, 0, 1, Duration.ofHours(1));
  }
}

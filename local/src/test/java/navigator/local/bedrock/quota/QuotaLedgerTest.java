package navigator.local.bedrock.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class QuotaLedgerTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private static QuotaLedger ledger(QuotaPlan plan) {
    return new QuotaLedger(plan, MINUTE, () -> 0L);
  }

  private static QuotaLedger ledger(Window window, long tokensPerMinute) {
    return ledger(QuotaPlan.of(Limits.ofTokens(tokensPerMinute), window));
  }

  private static Demand exactly(long tokens) {
    return new Demand(tokens, tokens, 0, 0);
  }

  private static Reservation admitted(QuotaLedger ledger, long at, Demand demand) {
    return ((Admission.Admitted) ledger.admit(at, demand)).reservation();
  }

  private static void assertRejected(
      QuotaLedger ledger, long at, Demand demand, Shortage shortage) {
    var before = ledger.balance(at);
    assertThat(ledger.admit(at, demand)).isEqualTo(new Admission.Rejected(shortage));
    assertThat(ledger.balance(at)).isEqualTo(before);
  }

  @Test
  void aBucketIsFullAtTheStartHoldsATenthAndIsRefilledSteadily() {
    var ledger = ledger(Window.BUCKET, 6_000);

    assertThat(ledger.balance(0)).isEqualTo(600);
    admitted(ledger, 0, exactly(600));
    assertRejected(ledger, 999, exactly(100), Shortage.TOKENS);
    admitted(ledger, 1_000, exactly(100));
    assertThat(ledger.balance(600_000)).isEqualTo(600);
  }

  @Test
  void aBucketHoldsTheLargestReservationButNoneAboveAMinutesQuota() {
    var ledger = ledger(Window.BUCKET, 6_000);

    assertRejected(ledger, 0, exactly(6_001), Shortage.TOKENS);
    assertThat(ledger.balance(0)).isEqualTo(600);
    admitted(ledger, 0, exactly(5_000));
    assertThat(ledger.balance(0)).isZero();
    assertThat(ledger.balance(120_000)).isEqualTo(5_000);
  }

  @Test
  void aBucketCanBeGivenAnotherDepth() {
    var plan = QuotaPlan.of(Limits.ofTokens(6_000), Window.BUCKET).withBurst(50);

    assertThat(ledger(plan).balance(0)).isEqualTo(50);
  }

  @Test
  void aFixedMinuteGivesAllAtOnceAndAgainInTheNext() {
    var ledger = ledger(Window.FIXED, 100);

    admitted(ledger, 59_000, exactly(100));
    assertRejected(ledger, 59_999, exactly(1), Shortage.TOKENS);
    admitted(ledger, 60_000, exactly(100));
  }

  @Test
  void theFixedMinuteBeginsWhereTheSeedSays() {
    var plan = QuotaPlan.of(Limits.ofTokens(100), Window.FIXED);
    var one = new QuotaLedger(plan, MINUTE, new SplittableRandom(1));
    var other = new QuotaLedger(plan, MINUTE, new SplittableRandom(2));

    assertThat(end(one)).isBetween(1L, 60_000L).isNotEqualTo(end(other));
  }

  private static long end(QuotaLedger ledger) {
    admitted(ledger, 0, exactly(100));
    var time = 0L;
    while (ledger.balance(time) == 0) {
      time++;
    }
    return time;
  }

  @Test
  void aSlidingMinuteGivesAgainWhenTheEarlierCallIsAMinuteOld() {
    var ledger = ledger(Window.SLIDING, 100);

    admitted(ledger, 30_000, exactly(60));
    admitted(ledger, 40_000, exactly(40));
    assertRejected(ledger, 89_999, exactly(1), Shortage.TOKENS);
    admitted(ledger, 90_000, exactly(60));
    assertRejected(ledger, 90_000, exactly(1), Shortage.TOKENS);
  }

  @ParameterizedTest
  @EnumSource(Window.class)
  void unusedReservationIsReleasedEvenlyWhileTheCallGenerates(Window window) {
    var plan = QuotaPlan.of(Limits.ofTokens(100), window).withBurst(100);
    // So slow a refill that it does not show.
    var ledger = new QuotaLedger(plan, Duration.ofDays(1_000), () -> 0L);
    var reservation = admitted(ledger, 0, new Demand(100, 20, 1_000, 5_000));

    assertThat(Math.round(ledger.balance(1_000))).isZero();
    assertThat(Math.round(ledger.balance(3_000))).isEqualTo(40);
    assertThat(Math.round(ledger.balance(5_000))).isEqualTo(80);
    ledger.settle(5_000, reservation, 20);
    assertThat(Math.round(ledger.balance(5_000))).isEqualTo(80);
  }

  @ParameterizedTest
  @EnumSource(Window.class)
  void whatCostsMoreThanItReservedLeavesTheBalanceBelowZero(Window window) {
    var ledger = ledger(QuotaPlan.of(Limits.ofTokens(100), window).withBurst(100));
    var reservation = admitted(ledger, 0, new Demand(50, 250, 0, 0));

    ledger.settle(0, reservation, 250);

    assertThat(ledger.balance(0)).isEqualTo(-150);
    assertRejected(ledger, 0, exactly(1), Shortage.TOKENS);
  }

  @Test
  void aReservationIsSettledOnce() {
    var ledger = ledger(Window.SLIDING, 100);
    var reservation = admitted(ledger, 0, exactly(50));
    ledger.settle(1, reservation, 50);

    assertThatThrownBy(() -> ledger.settle(2, reservation, 50))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void whatWasReservedInAnEarlierFixedMinuteIsNotGivenToThis() {
    var ledger = ledger(Window.FIXED, 100);
    var reservation = admitted(ledger, 59_000, new Demand(100, 10, 2_000, 2_000));

    ledger.settle(61_000, reservation, 10);

    assertThat(ledger.balance(61_000)).isEqualTo(100);
  }

  @Test
  void requestsAndTheDaysTokensAreQuotasOfTheirOwn() {
    var limits = Limits.ofTokens(1_000).withRequestsPerMinute(2).withTokensPerDay(300);
    var ledger = ledger(QuotaPlan.of(limits, Window.FIXED));

    admitted(ledger, 0, exactly(100));
    admitted(ledger, 0, exactly(100));
    assertRejected(ledger, 0, exactly(100), Shortage.REQUESTS);
    admitted(ledger, 60_000, exactly(100));
    assertRejected(ledger, 60_000, exactly(1), Shortage.TOKENS_PER_DAY);
    admitted(ledger, Duration.ofDays(1).toMillis(), exactly(100));
  }

  @Test
  void aCallMayCostNothingOfTheQuotasThatDoNotExist() {
    var ledger = ledger(QuotaPlan.UNLIMITED);

    admitted(ledger, 0, exactly(Integer.MAX_VALUE));
    assertThat(ledger.balance(0)).isInfinite();
  }

  @ParameterizedTest
  @EnumSource(Window.class)
  void aQuotaOfZeroAdmitsNothingEver(Window window) {
    var ledger = ledger(window, 0);

    assertRejected(ledger, 0, exactly(1), Shortage.TOKENS);
    assertRejected(ledger, 10_000_000, exactly(1), Shortage.TOKENS);
  }

  @ParameterizedTest
  @EnumSource(Window.class)
  void aQuotaCanFallAndRise(Window window) {
    var fall = new Timeline.Step(Duration.ofMinutes(2), Limits.ofTokens(50));
    var rise = new Timeline.Step(Duration.ofMinutes(4), Limits.ofTokens(100));
    var ledger =
        ledger(
            QuotaPlan.of(Limits.ofTokens(100), window)
                .during(Timeline.QUIET.withSteps(rise, fall)));

    admitted(ledger, 0, exactly(100));
    assertRejected(ledger, 125_000, exactly(51), Shortage.TOKENS);
    admitted(ledger, 125_000, exactly(50));
    admitted(ledger, 360_000, exactly(100));
  }

  @Test
  void theRefillKeepsToTheQuotaOfItsTime() {
    var fall = new Timeline.Step(Duration.ofSeconds(30), Limits.ofTokens(600));
    var ledger =
        ledger(
            QuotaPlan.of(Limits.ofTokens(6_000), Window.BUCKET)
                .withBurst(6_000)
                .during(Timeline.QUIET.withSteps(fall)));
    admitted(ledger, 0, exactly(6_000));

    // Thirty seconds at 6,000 overflow what 600 leave of the bucket's room for a reservation.
    assertThat(ledger.balance(40_000)).isEqualTo(3_000 + 100);
  }

  @Test
  void aDayCanBeExhaustedByScript() {
    var exhausted = new Timeline.Span(Duration.ofMinutes(1), Duration.ofMinutes(2));
    var ledger =
        ledger(
            QuotaPlan.of(Limits.ofTokens(100), Window.FIXED)
                .during(Timeline.QUIET.withExhausted(exhausted)));

    admitted(ledger, 59_999, exactly(1));
    assertRejected(ledger, 60_000, exactly(1), Shortage.TOKENS_PER_DAY);
    admitted(ledger, 120_000, exactly(1));
  }

  @ParameterizedTest
  @EnumSource(Window.class)
  void aForeignConsumerTakesItsShareAndNotMore(Window window) {
    var always = new Timeline.Span(Duration.ZERO, Duration.ofDays(1));
    var foreign = new Timeline.Foreign(always, 0.4);
    var ledger =
        ledger(
            QuotaPlan.of(Limits.ofTokens(6_000), window)
                .during(Timeline.QUIET.withForeign(foreign)));

    var ours = 0;
    for (var time = 0; time < 600_000; time += 50) {
      if (ledger.admit(time, exactly(10)) instanceof Admission.Admitted) {
        ours += 10;
      }
    }

    assertThat(ledger.foreign()).isBetween(0.399 * 60_000, 0.4 * 60_000);
    assertThat((double) ours).isBetween(0.6 * 60_000 - 10, 0.6 * 60_000 + 600);
  }

  @Test
  void whatACallNeedsAndCostsIsAsBedrockCountsIt() {
    var plan = QuotaPlan.of(Limits.NONE, Window.BUCKET);
    var usage = new Usage(100, 20, 30, 7);

    assertThat(plan.need(usage, 500)).isEqualTo(100 + 20 + 30 + 500);
    assertThat(plan.cost(usage)).isEqualTo(100 + 30 + 7 * 5);
    assertThat(plan.withBurndowns(1, 5).need(usage, 500)).isEqualTo(150 + 2_500);
    assertThat(plan.withBurndowns(1, 5).cost(usage)).isEqualTo(137);
  }
}

package navigator.local.bedrock.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Loads of any shape: no window kind gives more than it has. */
class QuotaLedgerFuzzTest {
  private static final long LIMIT = 1_000;
  private static final long MINUTE = 60_000;
  private static final double ROUNDING = 0.001;

  private static QuotaLedger ledger(Window window) {
    var plan = QuotaPlan.of(Limits.ofTokens(LIMIT), window);
    return new QuotaLedger(plan, Duration.ofMillis(MINUTE), () -> 0L);
  }

  @Property
  void noFixedMinuteAdmitsMoreThanItsQuota(@ForAll("calls") List<OfferedCall> calls) {
    var admitted = new Load(ledger(Window.FIXED)).run(calls);

    assertThat(
            admitted.stream()
                .collect(
                    Collectors.groupingBy(
                        call -> call.at() / MINUTE, Collectors.summingLong(Load.Ran::cost))))
        .allSatisfy((minute, cost) -> assertThat(cost).isLessThanOrEqualTo(LIMIT));
  }

  @Property
  void noMinuteAtAllAdmitsMoreThanASlidingQuota(@ForAll("calls") List<OfferedCall> calls) {
    var admitted = new Load(ledger(Window.SLIDING)).run(calls);

    assertThat(admitted)
        .allSatisfy(
            last ->
                assertThat(cost(admitted, last.at() - MINUTE + 1, last.at()))
                    .isLessThanOrEqualTo(LIMIT));
  }

  @Property
  void aBucketNeverGivesMoreThanItsDepthAndItsRefill(@ForAll("calls") List<OfferedCall> calls) {
    var admitted = new Load(ledger(Window.BUCKET)).run(calls);

    assertThat(admitted)
        .allSatisfy(
            last ->
                assertThat((double) cost(admitted, 0, last.at()))
                    .isLessThanOrEqualTo(refilled(calls, last.at()) + ROUNDING));
  }

  @Property
  void aBucketThatGetsNothingBackHoldsThatFromAnyMomentOn(
      @ForAll("exactCalls") List<OfferedCall> calls) {
    var admitted = new Load(ledger(Window.BUCKET)).run(calls);

    for (var first : admitted) {
      for (var last : admitted.subList(admitted.indexOf(first), admitted.size())) {
        assertThat((double) cost(admitted, first.at(), last.at()))
            .isLessThanOrEqualTo(refilled(calls, last.at() - first.at()) + ROUNDING);
      }
    }
  }

  @Property
  void everyReservationIsReleasedOnce(@ForAll("dearCalls") List<OfferedCall> calls) {
    var plan = QuotaPlan.of(Limits.ofTokens(1_000_000), Window.FIXED);
    var ledger = new QuotaLedger(plan, Duration.ofDays(1), () -> 0L);
    var load = new Load(ledger);
    var admitted = load.run(calls);

    var cost = admitted.stream().mapToLong(Load.Ran::cost).sum();
    assertThat(admitted).hasSameSizeAs(calls);
    assertThat(ledger.balance(load.now())).isCloseTo(1_000_000.0 - cost, within(ROUNDING));
    for (var ran : admitted) {
      assertThatThrownBy(() -> ledger.settle(load.now(), ran.reservation(), 0))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @Property
  void whoIsRejectedConsumesNothingAndWhoIsAdmittedFoundItsNeed(
      @ForAll("dearCalls") List<OfferedCall> calls, @ForAll Window window) {
    var ledger = ledger(window);
    // The largest first, so that the bucket has its depth.
    ledger.admit(0, new Demand(LIMIT, LIMIT, 0, 0));
    var load = new Load(ledger);

    for (var call : calls) {
      load.wait(call);
      var before = ledger.balance(load.now());
      var admitted = load.offer(call);
      assertThat(admitted).isEqualTo(before + Account.ROUNDING >= call.need());
      assertThat(ledger.balance(load.now()))
          .isCloseTo(
              before - (admitted ? call.need() - call.releasedAtOnce() : 0), within(ROUNDING));
    }
  }

  private static double refilled(List<OfferedCall> calls, long millis) {
    var largest = calls.stream().mapToLong(OfferedCall::need).max().orElse(0);
    return (double) Math.max(LIMIT / 10, largest) + (double) LIMIT * millis / MINUTE;
  }

  private static long cost(List<Load.Ran> admitted, long from, long to) {
    return admitted.stream()
        .filter(call -> call.at() >= from && call.at() <= to)
        .mapToLong(Load.Ran::cost)
        .sum();
  }

  @Provide
  Arbitrary<List<OfferedCall>> calls() {
    return calls(Arbitraries.doubles().between(0, 1));
  }

  @Provide
  Arbitrary<List<OfferedCall>> exactCalls() {
    return calls(Arbitraries.just(1.0));
  }

  @Provide
  Arbitrary<List<OfferedCall>> dearCalls() {
    return calls(Arbitraries.doubles().between(0, 3));
  }

  private static Arbitrary<List<OfferedCall>> calls(Arbitrary<Double> costOfNeed) {
    return Combinators.combine(
            Arbitraries.longs().between(0, 20_000),
            Arbitraries.longs().between(1, LIMIT),
            costOfNeed,
            Arbitraries.longs().between(0, 90_000))
        .as((gap, need, share, takes) -> new OfferedCall(gap, need, (long) (need * share), takes))
        .list()
        .ofMinSize(1)
        .ofMaxSize(60);
  }
}

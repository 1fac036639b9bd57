package navigator.bench.throttling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import navigator.bench.load.Offered;
import navigator.bench.load.RecordedTrace.Row;
import navigator.bench.load.Requests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlansTest {

  private static final Plans PLANS = new Plans(new Requests(600, 1, 430), List.of(), 1);

  @ParameterizedTest
  @EnumSource(Scenario.class)
  void theSameSettingsMakeTheSamePlan(Scenario scenario) {
    var again = new Plans(new Requests(600, 1, 430), List.of(), 1).of(scenario);

    assertThat(PLANS.of(scenario)).isEqualTo(again);
    assertThat(again.scenario()).isEqualTo(scenario);
  }

  @ParameterizedTest
  @EnumSource(Scenario.class)
  void noRunTakesLongerThanItMay(Scenario scenario) {
    var ideal = PLANS.of(scenario).ideal().drained();

    assertThat(ideal).isBetween(500.0, 1_100.0);
  }

  @ParameterizedTest
  @EnumSource(Scenario.class)
  void everyCallFitsTheQuotaOfAMinute(Scenario scenario) {
    var plan = PLANS.of(scenario);

    assertThat(plan.load())
        .allMatch(each -> each.reservation() <= plan.tokensPerMinute())
        .allMatch(each -> each.reservation() <= plan.burst());
  }

  @Test
  void theFirstScenarioIsSixtyRequestsAMinuteAtOnce() {
    var plan = PLANS.of(Scenario.KNOWN);

    assertThat(plan.load()).hasSize(600).allMatch(each -> each.at() == 0);
    assertThat(plan.rate()).isEqualTo(1, within(0.001));
    assertThat(plan.latency()).isBetween(3.5, 4.5);
    assertThat(plan.burst()).isEqualTo(plan.tokensPerMinute() / 10);
    assertThat(plan.known()).isTrue();
    assertThat(PLANS.of(Scenario.UNKNOWN).known()).isFalse();
  }

  @Test
  void theTinyQuotaIsSixRequestsAMinute() {
    var plan = PLANS.of(Scenario.TINY);

    assertThat(plan.load()).hasSize(60);
    assertThat(plan.rate()).isEqualTo(0.1, within(0.001));
  }

  @Test
  void theQuotaChangesWhereItIsToChange() {
    assertThat(PLANS.of(Scenario.STEP).course().changes()).containsExactly(150.0, 450.0);
    assertThat(PLANS.of(Scenario.SHARED).course().changes()).containsExactly(150.0);
    assertThat(PLANS.of(Scenario.SHARED).course().at(200).available()).isEqualTo(0.6, within(1e-9));
    assertThat(PLANS.of(Scenario.LATENCY_X4).course().changes()).isEmpty();
    assertThat(PLANS.of(Scenario.LATENCY_X4).course().at(300).slowness()).isEqualTo(4);
    assertThat(PLANS.of(Scenario.LATENCY_HALF).course().at(300).slowness()).isEqualTo(0.5);
  }

  @Test
  void aRecordingIsThinnedAndMeetsSixTenthsOfItsDemand() {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < 1_800; i++) {
      rows.add(new Row(i / 3.0, 1_000, 100));
    }

    var plan = new Plans(new Requests(600, 1, 430), rows, 2).of(Scenario.TRACE);

    assertThat(plan.load()).hasSize(600);
    assertThat(plan.load().getLast().at()).isEqualTo(599 / 2.0, within(0.01));
    // 1,500 tokens each, two a second.
    assertThat(plan.tokensPerMinute()).isCloseTo(108_000L, within(500L));
  }

  @Test
  void withoutTheNoisyTenantTheOthersAreAsTheyWere() {
    var noisy = PLANS.of(Scenario.NOISY);
    var quiet = noisy.of(tenant -> !tenant.equals(Requests.NOISY));

    assertThat(quiet.load()).hasSize(180);
    assertThat(quiet.tokensPerMinute()).isEqualTo(noisy.tokensPerMinute());
    assertThat(noisy.load()).containsAll(quiet.load());
    assertThat(quiet.load().stream().mapToDouble(Offered::at).max().orElseThrow()).isLessThan(600);
  }
}

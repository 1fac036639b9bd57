package navigator.bench.throttling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import navigator.bench.load.Offered;
import navigator.bench.load.Pace;
import navigator.bench.load.Requests;
import navigator.bench.stack.Fleet;
import navigator.contracts.environment.Variable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContenderTest {

  private static final Pace SIXFOLD = new Pace(Duration.ofSeconds(10));
  private static final Plans PLANS = new Plans(new Requests(600, 1, 430), List.of(), 1);

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
  void everyConcurrencyIsMadeOfAtMostFiveEnvironments(int concurrency) {
    var fleets = Contender.fleets(concurrency);

    assertThat(fleets.stream().mapToInt(f -> f.environments() * f.batch()).sum())
        .isEqualTo(concurrency);
    assertThat(fleets.stream().mapToInt(Fleet::environments).sum()).isLessThanOrEqualTo(5);
    assertThat(fleets).allMatch(fleet -> fleet.batch() <= 10);
  }

  @ParameterizedTest
  @EnumSource(Approach.class)
  void allAreAskedAlikeButForTheirOwnWay(Approach approach) {
    var plan = PLANS.of(Scenario.KNOWN);
    var cell = Contender.of(approach, plan, 7).cell(2, plan, SIXFOLD, "http://127.0.0.1:1");

    assertThat(cell.environments()).isLessThanOrEqualTo(5);
    assertThat(cell.environment())
        .containsEntry(Variable.MAX_OUTPUT_TOKENS, "" + Offered.MAX_OUTPUT)
        .containsEntry("AWS_ENDPOINT_URL_BEDROCK_RUNTIME", "http://127.0.0.1:1");
    assertThat(cell.model()).isEqualTo(Contender.model(2));
  }

  @Test
  void theQuotaIsToldWhereItIsKnown() {
    assertThat(quota(Scenario.KNOWN)).isEqualTo("" + PLANS.of(Scenario.KNOWN).tokensPerMinute());
    assertThat(quota(Scenario.UNKNOWN)).isEqualTo("0");
  }

  @Test
  void theGovernorsEnvironmentsAreSizedToThePace() {
    assertThat(environments(Scenario.KNOWN)).isEqualTo(5);
    assertThat(environments(Scenario.TINY)).isEqualTo(2);
    assertThat(environments(Scenario.UNKNOWN)).isEqualTo(5);
  }

  @Test
  void modelsAreApart() {
    assertThat(IntStream.range(0, Contender.MOST).mapToObj(Contender::model))
        .doesNotHaveDuplicates();
  }

  private static String quota(Scenario scenario) {
    var plan = PLANS.of(scenario);
    return Contender.of(Approach.GOVERNOR, plan, 1)
        .cell(0, plan, SIXFOLD, "http://127.0.0.1:1")
        .environment()
        .getOrDefault(Variable.QUOTA_TOKENS_PER_MINUTE, "");
  }

  private static int environments(Scenario scenario) {
    return Contender.of(Approach.GOVERNOR, PLANS.of(scenario), 1).fleets().stream()
        .mapToInt(Fleet::environments)
        .sum();
  }
}

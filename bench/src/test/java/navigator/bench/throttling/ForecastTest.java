package navigator.bench.throttling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import navigator.bench.load.Pace;
import navigator.bench.load.Requests;
import org.junit.jupiter.api.Test;

class ForecastTest {

  private static final Pace SIXFOLD = new Pace(Duration.ofSeconds(10));
  private static final Plans PLANS = new Plans(new Requests(600, 1, 100), List.of(), 1);

  private final Forecast forecast = new Forecast();

  @Test
  void aRunTakesItsOptimumAndSomethingAroundIt() {
    assertThat(seconds(Scenario.KNOWN, SIXFOLD, Approach.GOVERNOR)).isBetween(100.0, 150.0);
    assertThat(seconds(Scenario.KNOWN, Pace.REAL, Approach.GOVERNOR)).isBetween(600.0, 720.0);
  }

  @Test
  void theSlowestOfAGroupDecides() {
    assertThat(seconds(Scenario.KNOWN, SIXFOLD, Approach.SDK_STANDARD, Approach.FIXED))
        .isEqualTo(seconds(Scenario.KNOWN, SIXFOLD, Approach.SDK_STANDARD));
  }

  @Test
  void theNoisyTenantIsMeasuredWithAndWithout() {
    assertThat(seconds(Scenario.NOISY, SIXFOLD, Approach.GOVERNOR)).isGreaterThan(200);
  }

  @Test
  void whatIsLeftTakesLongerIfWhatIsDoneDid() {
    assertThat(forecast.of(100)).isEqualTo(Duration.ofSeconds(100));

    forecast.done(200, Duration.ofSeconds(310));

    assertThat(forecast.of(100)).isEqualTo(Duration.ofSeconds(155));
  }

  @Test
  void aShortPartSaysNothingAboutTheRest() {
    forecast.done(10, Duration.ofSeconds(65));

    assertThat(forecast.of(100)).isEqualTo(Duration.ofSeconds(100));
  }

  private static double seconds(Scenario scenario, Pace pace, Approach... group) {
    Stage stage = new Stage(scenario, List.of(Approach.values()), pace);
    return Forecast.seconds(stage, PLANS.of(scenario), List.of(group));
  }
}

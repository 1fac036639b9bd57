package navigator.infra;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TimingTest {

  @Test
  void testsWaitForLessThanUsersDo() {
    Timing deployed = Timing.deployed();
    Timing tests = Timing.forTests();

    assertThat(tests.modelCallTimeout()).isLessThan(deployed.modelCallTimeout());
    assertThat(tests.claimLease()).isLessThan(deployed.claimLease());
    assertThat(tests.visibilityTimeout()).isLessThan(deployed.visibilityTimeout());
  }

  @Test
  void aCallMustEndBeforeItsBudget() {
    assertThatThrownBy(() -> timing(35, 35, 60, 75, 90))
        .hasMessageContaining("model call time-out (PT35S)");
  }

  @Test
  void aFunctionMustEndBeforeItsClaim() {
    assertThatThrownBy(() -> timing(30, 35, 80, 75, 90))
        .hasMessageContaining("worker time-out (PT1M20S)");
  }

  @Test
  void aClaimMustEndBeforeTheMessageComesBack() {
    assertThatThrownBy(() -> timing(30, 35, 60, 90, 90))
        .hasMessageContaining("claim lease (PT1M30S)");
  }

  @Test
  void awsTakesWholeSeconds() {
    assertThatThrownBy(
            () ->
                new Timing(
                    Duration.ofMinutes(15),
                    ofSeconds(30),
                    ofSeconds(35),
                    ofSeconds(20),
                    Duration.ofMillis(60_500),
                    ofSeconds(75),
                    ofSeconds(90)))
        .hasMessageContaining("whole seconds");
  }

  private static Timing timing(long call, long budget, long worker, long lease, long visibility) {
    return new Timing(
        Duration.ofMinutes(15),
        ofSeconds(call),
        ofSeconds(budget),
        ofSeconds(20),
        ofSeconds(worker),
        ofSeconds(lease),
        ofSeconds(visibility));
  }
}

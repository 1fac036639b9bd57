package navigator.local.lambda.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import navigator.local.InvokeResult.Failed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FailuresTest {

  @Test
  void aTimeoutIsToldInSecondsWithTwoDigits() {
    assertThat(Failures.timeout("id", Duration.ofMillis(3_500)))
        .isEqualTo(
            new Failed(
                "Sandbox.Timedout", "RequestId: id Error: Task timed out after 3.50 seconds"));
  }

  @ParameterizedTest
  @CsvSource({
    "0, Runtime exited without providing a reason",
    "1, Runtime exited with error: exit status 1",
    "137, Runtime exited with error: signal: killed",
    "143, Runtime exited with error: signal: terminated"
  })
  void theEndOfAProcessIsToldInLambdasWords(int exitValue, String reason) {
    assertThat(Failures.exitReason(exitValue)).isEqualTo(reason);
  }

  @Test
  void aReportIsReadForItsTypeAndMessage() {
    assertThat(Failures.parse("{\"errorType\":\"T\",\"errorMessage\":\"m\",\"stackTrace\":[]}"))
        .isEqualTo(new Failed("T", "m"));
  }

  @Test
  void onlyWhatThePlatformFoundIsToldByThePlatform() {
    assertThat(Failures.isPlatforms("Sandbox.Timedout")).isTrue();
    assertThat(Failures.isPlatforms("Runtime.ExitError")).isTrue();
    assertThat(Failures.isPlatforms("java.lang.RuntimeException")).isFalse();
  }
}

package navigator.local.lambda.async;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import navigator.local.InvokeResult;
import navigator.local.TimeScale;
import navigator.local.lambda.async.Retries.Next;
import navigator.local.lambda.runtime.Invocation;
import navigator.local.topology.AsyncInvokes;
import org.junit.jupiter.api.Test;

final class RetriesTest {
  private static final InvokeResult.Failed FAILED = new InvokeResult.Failed("a.Type", "message");
  private static final InvokeResult.Throttled THROTTLED = new InvokeResult.Throttled();

  private Instant now = Instant.EPOCH;

  private Retries retries(Duration maximumAge, double timeScale) {
    InstantSource clock = () -> now;
    var event = new AsyncEvent(new Invocation("id", "arn", "{}"), now);
    return new Retries(
        event, new AsyncInvokes(2, maximumAge, Optional.empty()), new TimeScale(timeScale), clock);
  }

  @Test
  void aFunctionThatReturnsEndsIt() {
    assertThat(retries(Duration.ofHours(6), 1).after(new InvokeResult.Returned("null")))
        .isEqualTo(new Next.Ended(new Outcome.Done()));
  }

  @Test
  void errorsAreRetriedAfterOneAndTwoMinutesAndNoMore() {
    var retries = retries(Duration.ofHours(6), 1);

    assertThat(retries.after(FAILED)).isEqualTo(new Next.Again(Duration.ofMinutes(1)));
    assertThat(retries.after(FAILED)).isEqualTo(new Next.Again(Duration.ofMinutes(2)));
    assertThat(retries.after(FAILED))
        .isEqualTo(new Next.Ended(new Outcome.RetriesExhausted(3, FAILED)));
  }

  @Test
  void throttlesAreNotCountedAsFailuresAndWaitUpToFiveMinutes() {
    var retries = retries(Duration.ofHours(6), 1);

    assertThat(retries.after(THROTTLED)).isEqualTo(new Next.Again(Duration.ofSeconds(1)));
    assertThat(retries.after(THROTTLED)).isEqualTo(new Next.Again(Duration.ofSeconds(2)));
    for (var throttle = 0; throttle < 20; throttle++) {
      retries.after(THROTTLED);
    }
    assertThat(retries.after(THROTTLED)).isEqualTo(new Next.Again(Duration.ofMinutes(5)));
    assertThat(retries.after(FAILED)).isEqualTo(new Next.Again(Duration.ofMinutes(1)));
  }

  @Test
  void waitsAreDividedByTheTimeScale() {
    assertThat(retries(Duration.ofHours(6), 60).after(FAILED))
        .isEqualTo(new Next.Again(Duration.ofSeconds(1)));
  }

  @Test
  void anEventThatWouldBeTooOldAfterTheWaitIsGivenUp() {
    var retries = retries(Duration.ofSeconds(90), 1);
    assertThat(retries.after(FAILED)).isEqualTo(new Next.Again(Duration.ofMinutes(1)));

    now = now.plusSeconds(60);

    assertThat(retries.after(THROTTLED)).isEqualTo(new Next.Again(Duration.ofSeconds(1)));
    assertThat(retries.after(FAILED)).isEqualTo(new Next.Ended(new Outcome.EventAgeExceeded(2)));
  }
}

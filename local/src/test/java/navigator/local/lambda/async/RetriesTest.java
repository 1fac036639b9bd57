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
  private AsyncEvent event = AsyncEvent.accepted(new Invocation("id", "arn", "{}"), now);

  private Retries retries(Duration maximumAge, double timeScale) {
    InstantSource clock = () -> now;
    return new Retries(
        new AsyncInvokes(2, maximumAge, Optional.empty()), new TimeScale(timeScale), clock);
  }

  /** After which wait the event is due again. */
  private Duration again(Next next) {
    assertThat(next).isInstanceOf(Next.Again.class);
    event = ((Next.Again) next).event();
    return Duration.between(now, event.dueAt());
  }

  @Test
  void aFunctionThatReturnsEndsIt() {
    assertThat(retries(Duration.ofHours(6), 1).after(event, new InvokeResult.Returned("null")))
        .isEqualTo(new Next.Ended(new Outcome.Done()));
  }

  @Test
  void errorsAreRetriedAfterOneAndTwoMinutesAndNoMore() {
    var retries = retries(Duration.ofHours(6), 1);

    assertThat(again(retries.after(event, FAILED))).isEqualTo(Duration.ofMinutes(1));
    assertThat(again(retries.after(event, FAILED))).isEqualTo(Duration.ofMinutes(2));
    assertThat(retries.after(event, FAILED))
        .isEqualTo(new Next.Ended(new Outcome.RetriesExhausted(3, FAILED)));
  }

  @Test
  void throttlesAreNotCountedAsFailuresAndWaitUpToFiveMinutes() {
    var retries = retries(Duration.ofHours(6), 1);

    assertThat(again(retries.after(event, THROTTLED))).isEqualTo(Duration.ofSeconds(1));
    assertThat(again(retries.after(event, THROTTLED))).isEqualTo(Duration.ofSeconds(2));
    for (var throttle = 0; throttle < 20; throttle++) {
      again(retries.after(event, THROTTLED));
    }
    assertThat(again(retries.after(event, THROTTLED))).isEqualTo(Duration.ofMinutes(5));
    assertThat(again(retries.after(event, FAILED))).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void waitsAreDividedByTheTimeScale() {
    assertThat(again(retries(Duration.ofHours(6), 60).after(event, FAILED)))
        .isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void anEventThatWouldBeTooOldAfterTheWaitIsGivenUp() {
    var retries = retries(Duration.ofSeconds(90), 1);
    assertThat(again(retries.after(event, FAILED))).isEqualTo(Duration.ofMinutes(1));

    now = now.plusSeconds(60);

    assertThat(again(retries.after(event, THROTTLED))).isEqualTo(Duration.ofSeconds(1));
    assertThat(retries.after(event, FAILED))
        .isEqualTo(new Next.Ended(new Outcome.EventAgeExceeded(2)));
  }
}

package navigator.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.random.RandomGenerator;
import navigator.contracts.ErrorCode;
import navigator.contracts.queue.ChatRequest;
import navigator.contracts.queue.Failure;
import org.junit.jupiter.api.Test;

class CallModelTest {

  private static final Duration A_CALL = Duration.ofSeconds(2);
  private static final ModelResult TIMEOUT =
      new ModelResult.Transient(ErrorCode.MODEL_TIMEOUT, "The model took too long.");
  private static final ModelResult UNAVAILABLE =
      new ModelResult.Transient(ErrorCode.MODEL_UNAVAILABLE, "No capacity.");
  private static final ModelResult THROTTLED = new ModelResult.Throttled("The quota is used.");
  private static final ModelResult DENIED =
      new ModelResult.Permanent(ErrorCode.ACCESS_DENIED, "Access was denied.");

  private final VirtualClock clock = VirtualClock.atAcceptance();
  private final Queue<ModelResult> script = new ArrayDeque<>();
  private final List<Instant> callsAt = new ArrayList<>();
  private final List<Duration> timeouts = new ArrayList<>();
  private final ChatRequest request = Samples.request();

  @Test
  void answersAtTheFirstAttempt() {
    Conclusion conclusion = conclude(Progress.NONE, seconds(60), Samples.answer("Here is how."));

    assertThat(conclusion)
        .isInstanceOfSatisfying(
            Conclusion.Answered.class,
            answered -> {
              assertThat(answered.answer().text()).isEqualTo("Here is how.");
              assertThat(answered.progress().attempts()).isEqualTo(1);
            });
  }

  @Test
  void triesAgainInProcessAfterATransientFault() {
    Conclusion conclusion =
        conclude(Progress.NONE, seconds(60), UNAVAILABLE, TIMEOUT, Samples.answer("Late."));

    assertThat(conclusion)
        .isInstanceOfSatisfying(
            Conclusion.Answered.class,
            answered -> assertThat(answered.progress().attempts()).isEqualTo(3));
    assertThat(clock.waits()).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
  }

  @Test
  void aCallAfterOneThatFailedMayTakeAllThatTheInvocationLeaves() {
    conclude(Progress.NONE, seconds(60), TIMEOUT, Samples.answer("Late."));

    // Of 60 s, 5 are kept for what follows a call, 2 were spent on the first and 1 on waiting.
    assertThat(timeouts).containsExactly(seconds(30), seconds(52));
  }

  @Test
  void whatFailedInAnEarlierDeliveryIsRememberedWhateverCameSince() {
    Progress past =
        Progress.NONE.failed(ErrorCode.MODEL_TIMEOUT, Samples.ACCEPTED).throttled(Samples.ACCEPTED);

    conclude(past, seconds(60), Samples.answer("Late."));

    assertThat(timeouts).containsExactly(seconds(55));
  }

  @Test
  void noCallIsGivenLessThanTheUsualTime() {
    Progress past = Progress.NONE.failed(ErrorCode.MODEL_TIMEOUT, Samples.ACCEPTED);
    clock.advance(Duration.between(Samples.ACCEPTED, Samples.DEADLINE).minusSeconds(40));
    conclude(past, seconds(60), Samples.answer("Before the deadline."));
    clock.advance(seconds(28));
    conclude(past, seconds(35), Samples.answer("As late as any."));

    assertThat(timeouts).containsExactly(seconds(40), seconds(30));
  }

  @Test
  void aProbeIsGivenNoMoreThanTheUsualTime() {
    Progress past = Progress.NONE.failed(ErrorCode.MODEL_TIMEOUT, Samples.ACCEPTED);

    conclude(past, seconds(60), THROTTLED, Samples.answer("It is back."));

    assertThat(timeouts).containsExactly(seconds(55), seconds(30));
  }

  @Test
  void givesUpAfterTheLastAttemptWithTheLastFault() {
    Conclusion conclusion =
        conclude(Progress.NONE, seconds(600), TIMEOUT, TIMEOUT, UNAVAILABLE, UNAVAILABLE, TIMEOUT);

    assertThat(gaveUp(conclusion).code()).isEqualTo(ErrorCode.MODEL_TIMEOUT);
    assertThat(gaveUp(conclusion).attempts()).isEqualTo(5);
    assertThat(gaveUp(conclusion).firstAt()).isEqualTo(Samples.ACCEPTED.plus(A_CALL));
    assertThat(gaveUp(conclusion).lastAt()).isEqualTo(clock.instant());
    assertThat(callsAt).hasSize(5);
  }

  @Test
  void countsTheAttemptsOfEarlierDeliveries() {
    Instant earlier = Samples.ACCEPTED.minusSeconds(60);
    Progress past = new Progress(4, earlier, earlier, ErrorCode.MODEL_TIMEOUT);

    Conclusion conclusion = conclude(past, seconds(60), UNAVAILABLE);

    assertThat(gaveUp(conclusion).attempts()).isEqualTo(5);
    assertThat(gaveUp(conclusion).firstAt()).isEqualTo(earlier);
  }

  @Test
  void asksNoMoreWhenAsManyAnswersWereBoughtAndNotStored() {
    Progress past = new Progress(5, null, null, null);

    Conclusion conclusion = conclude(past, seconds(60), Samples.answer("Once more."));

    assertThat(gaveUp(conclusion).code()).isEqualTo(ErrorCode.INTERNAL);
    assertThat(callsAt).isEmpty();
  }

  @Test
  void saysWhatFailedLastWhenThatWasNotStored() {
    Progress past =
        new Progress(5, Samples.ACCEPTED, Samples.ACCEPTED, ErrorCode.MODEL_UNAVAILABLE);

    Conclusion conclusion = conclude(past, seconds(60), Samples.answer("Once more."));

    assertThat(gaveUp(conclusion).code()).isEqualTo(ErrorCode.MODEL_UNAVAILABLE);
    assertThat(callsAt).isEmpty();
  }

  @Test
  void givesUpAtOnceAfterAPermanentFault() {
    Conclusion conclusion = conclude(Progress.NONE, seconds(60), DENIED);

    assertThat(gaveUp(conclusion))
        .extracting(Failure::code, Failure::attempts, Failure::detail)
        .containsExactly(ErrorCode.ACCESS_DENIED, 1, "Access was denied.");
  }

  @Test
  void asksAgainWhenTheGovernorLetsItAfterAThrottle() {
    Conclusion conclusion =
        conclude(Progress.NONE, seconds(60), THROTTLED, Samples.answer("Here is how."));

    assertThat(conclusion)
        .isInstanceOfSatisfying(
            Conclusion.Answered.class,
            answered -> assertThat(answered.progress().attempts()).isEqualTo(1));
    assertThat(clock.waits()).containsExactly(Duration.ofSeconds(1));
  }

  @Test
  void defersAThrottledRequestWithoutCountingIt() {
    script.add(THROTTLED);

    Conclusion conclusion =
        calls(Dice.highest())
            .conclude(request, prompt(), Progress.NONE, 1, invocation(seconds(60), seconds(0)));

    assertThat(deferred(conclusion).progress().attempts()).isZero();
    assertThat(deferred(conclusion).progress().lastFault()).isEqualTo(ErrorCode.THROTTLED);
    assertThat(deferred(conclusion).until()).isEqualTo(clock.instant().plusSeconds(1));
    assertThat(clock.waits()).isEmpty();
  }

  @Test
  void defersTheLongerForAModelThatIsNotReadyTheOfterTheRequestWasReceived() {
    script.add(Samples.notReady());

    Conclusion conclusion =
        calls(Dice.highest())
            .conclude(request, prompt(), Progress.NONE, 4, invocation(seconds(60), seconds(20)));

    assertThat(deferred(conclusion).until()).isEqualTo(clock.instant().plusSeconds(16));
    assertThat(deferred(conclusion).progress().attempts()).isZero();
  }

  @Test
  void defersNeverPastTheDeadline() {
    clock.advance(Duration.between(Samples.ACCEPTED, Samples.DEADLINE).minusSeconds(3));

    Conclusion conclusion = conclude(Progress.NONE, seconds(60), Samples.notReady());

    assertThat(deferred(conclusion).until()).isEqualTo(Samples.DEADLINE);
  }

  @Test
  void saysThrottledIfThatIsWhyTheDeadlinePassed() {
    clock.advance(Duration.between(Samples.ACCEPTED, Samples.DEADLINE));
    Progress past = Progress.NONE.throttled(Samples.ACCEPTED);

    assertThat(gaveUp(conclude(past, seconds(60))).code()).isEqualTo(ErrorCode.THROTTLED);
    assertThat(callsAt).isEmpty();
  }

  @Test
  void saysDeadlineExceededIfAnythingElseIsWhy() {
    clock.advance(Duration.between(Samples.ACCEPTED, Samples.DEADLINE));
    Progress past =
        Progress.NONE.throttled(Samples.ACCEPTED).failed(ErrorCode.MODEL_TIMEOUT, Samples.ACCEPTED);

    assertThat(gaveUp(conclude(past, seconds(60))).code()).isEqualTo(ErrorCode.DEADLINE_EXCEEDED);
  }

  @Test
  void startsNoCallThatTheInvocationMightNotOutlive() {
    Conclusion conclusion = conclude(Progress.NONE, seconds(35).minusMillis(1));

    assertThat(deferred(conclusion).until()).isEqualTo(clock.instant());
    assertThat(deferred(conclusion).progress()).isEqualTo(Progress.NONE);
    assertThat(callsAt).isEmpty();
  }

  @Test
  void defersAnAttemptThatWouldNotFitAfterItsWait() {
    Conclusion conclusion = conclude(Progress.NONE, seconds(37), UNAVAILABLE);

    assertThat(deferred(conclusion).until()).isEqualTo(clock.instant().plusSeconds(1));
    assertThat(deferred(conclusion).progress().attempts()).isEqualTo(1);
    assertThat(clock.waits()).isEmpty();
  }

  @Test
  void defersAnAttemptWhenTheBatchHasWaitedEnough() {
    script.addAll(List.of(UNAVAILABLE, UNAVAILABLE));

    Conclusion conclusion =
        calls(Dice.highest())
            .conclude(request, prompt(), Progress.NONE, 1, invocation(seconds(600), seconds(2)));

    assertThat(clock.waits()).containsExactly(Duration.ofSeconds(1));
    assertThat(deferred(conclusion).progress().attempts()).isEqualTo(2);
  }

  @Test
  void anInterruptedWaitIsDeferred() {
    script.add(UNAVAILABLE);
    Pause interrupted =
        _ -> {
          throw new InterruptedException();
        };

    Conclusion conclusion =
        new CallModel(models(), policy(Dice.highest()), interrupted, clock)
            .conclude(request, prompt(), Progress.NONE, 1, invocation(seconds(60), seconds(20)));

    assertThat(deferred(conclusion).progress().attempts()).isEqualTo(1);
    assertThat(Thread.interrupted()).isTrue();
  }

  private Conclusion conclude(Progress past, Duration remaining, ModelResult... results) {
    script.addAll(List.of(results));
    return calls(Dice.highest())
        .conclude(request, prompt(), past, 1, invocation(remaining, seconds(20)));
  }

  private CallModel calls(RandomGenerator random) {
    return new CallModel(models(), policy(random), clock, clock);
  }

  private ModelChain models() {
    return Samples.models(
        (_, _, timeout) -> {
          timeouts.add(timeout);
          return ask();
        },
        clock);
  }

  private ModelResult ask() {
    callsAt.add(clock.instant());
    clock.advance(A_CALL);
    return script.remove();
  }

  private static CallPolicy policy(RandomGenerator random) {
    return new CallPolicy(
        seconds(30),
        seconds(35),
        5,
        new BackOff(seconds(1), seconds(30), random),
        new BackOff(seconds(2), seconds(60), random));
  }

  private Invocation invocation(Duration remaining, Duration waiting) {
    return new Invocation(clock.instant().plus(remaining), new SharedWait(waiting));
  }

  private Prompt prompt() {
    return Prompt.of("system", List.of(), request.message());
  }

  private static Duration seconds(int seconds) {
    return Duration.ofSeconds(seconds);
  }

  private static Failure gaveUp(Conclusion conclusion) {
    assertThat(conclusion).isInstanceOf(Conclusion.GivenUp.class);
    return ((Conclusion.GivenUp) conclusion).failure();
  }

  private static Conclusion.Deferred deferred(Conclusion conclusion) {
    assertThat(conclusion).isInstanceOf(Conclusion.Deferred.class);
    return (Conclusion.Deferred) conclusion;
  }
}

package navigator.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import navigator.contracts.ErrorCode;
import navigator.contracts.Usage;
import navigator.contracts.queue.ChatRequest;
import navigator.contracts.queue.Failure;
import navigator.inference.quota.QuotaSettings;
import navigator.inference.quota.Throttle;
import navigator.inference.simulation.SimulatedTable;
import org.junit.jupiter.api.Test;

class ModelChainTest {

  private static final Duration CALL_TIMEOUT = Duration.ofSeconds(30);

  /** A call takes minutes. */
  private static final QuotaSettings TINY = new QuotaSettings(1_000, 0, 1, 5, 5, CALL_TIMEOUT);

  private static final ModelResult UNAVAILABLE =
      new ModelResult.Transient(ErrorCode.MODEL_UNAVAILABLE, "No capacity.");
  private static final ModelResult DENIED =
      new ModelResult.Permanent(ErrorCode.ACCESS_DENIED, "Access was denied.");
  private static final ModelResult EMPTY =
      new ModelResult.Transient(ErrorCode.EMPTY_RESPONSE, "It said nothing.");
  private static final ModelResult INVALID =
      new ModelResult.Permanent(ErrorCode.INVALID_REQUEST, "It is not valid.");

  private final VirtualClock clock = VirtualClock.atAcceptance();
  private final List<String> asked = new ArrayList<>();
  private final SimulatedTable sonnetPace = new SimulatedTable();
  private final SimulatedTable haikuPace = new SimulatedTable();
  private Supplier<ModelResult> sonnet = () -> answerOf("sonnet");
  private Supplier<ModelResult> haiku = () -> answerOf("haiku");

  @Test
  void theFirstModelAnswersWhileItCan() {
    assertThat(conclude(Samples.AMPLE)).isInstanceOf(Conclusion.Answered.class);

    assertThat(asked).containsExactly("sonnet");
  }

  @Test
  void theSecondAnswersWhileTheFirstIsDown() {
    sonnet = () -> UNAVAILABLE;
    ModelChain models = chain(Samples.AMPLE);
    for (int i = 0; i < 3; i++) {
      conclude(models);
    }
    asked.clear();

    assertThat(modelOf(conclude(models))).isEqualTo("haiku");
    assertThat(asked).containsExactly("haiku");
  }

  @Test
  void theSecondAnswersWhenTheFirstHasNoMoreQuotaToday() {
    sonnet = () -> new ModelResult.Throttled(Throttle.DAY, "The quota of the day is used.");

    assertThat(modelOf(conclude(Samples.AMPLE))).isEqualTo("haiku");
    assertThat(asked).containsExactly("sonnet", "haiku");
  }

  @Test
  void aBusyFirstModelIsWaitedForWhileThereIsTime() {
    conclude(TINY);

    assertThat(conclude(TINY)).isInstanceOf(Conclusion.Deferred.class);
    assertThat(asked).containsExactly("sonnet");
  }

  @Test
  void theSecondAnswersWhenTheFirstCouldNotBeforeTheDeadline() {
    sonnet = ModelChainTest::longAnswer;
    conclude(TINY);
    clock.advance(
        Duration.between(clock.instant(), Samples.DEADLINE).minus(CALL_TIMEOUT).minusSeconds(30));

    conclude(TINY);
    assertThat(modelOf(conclude(TINY))).isEqualTo("haiku");
  }

  @Test
  void aBusyModelIsWaitedForOnlyWhileItCouldAnswerInTime() {
    sonnet = ModelChainTest::longAnswer;
    QuotaSettings small = new QuotaSettings(10_000, 0, 1, 5, 5, CALL_TIMEOUT);
    ModelChain models = chain(small);
    conclude(models);
    Duration left = Duration.between(clock.instant(), Samples.DEADLINE);
    clock.advance(left.minus(CALL_TIMEOUT).minusSeconds(2));
    conclude(models);
    Instant busy = clock.instant();

    Conclusion conclusion = conclude(models, Duration.ofSeconds(20));

    assertThat(modelOf(conclusion)).isEqualTo("haiku");
    assertThat(Duration.between(busy, clock.instant())).isLessThanOrEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void theSecondIsAskedAtOnceWhenTheFirstIsRefusedToUs() {
    sonnet = () -> DENIED;

    assertThat(modelOf(conclude(Samples.AMPLE))).isEqualTo("haiku");
    assertThat(asked).containsExactly("sonnet", "haiku");
  }

  @Test
  void aRequestThatIsWrongIsWrongForEveryModel() {
    sonnet = () -> INVALID;

    assertThat(conclude(Samples.AMPLE))
        .isInstanceOfSatisfying(
            Conclusion.GivenUp.class,
            gaveUp ->
                assertThat(gaveUp.failure())
                    .extracting(Failure::code)
                    .isEqualTo(ErrorCode.INVALID_REQUEST));
    assertThat(asked).containsExactly("sonnet");
  }

  @Test
  void anOutageTakesNoAttemptsOfThoseThatOnlyFindOutWhetherItIsOver() {
    ModelChain alone = down();

    Conclusion probed = conclude(alone);

    assertThat(probed)
        .isInstanceOfSatisfying(
            Conclusion.Deferred.class,
            deferred -> {
              assertThat(deferred.progress().attempts()).isZero();
              assertThat(deferred.progress().lastFault()).isEqualTo(ErrorCode.MODEL_UNAVAILABLE);
            });

    sonnet = () -> answerOf("sonnet");
    clock.advance(Duration.ofSeconds(30));
    assertThat(conclude(alone)).isInstanceOf(Conclusion.Answered.class);
    assertThat(conclude(alone)).isInstanceOf(Conclusion.Answered.class);
  }

  @Test
  void aRequestThatIsWrongDoesNotProlongAnOutage() {
    ModelChain alone = down();
    sonnet = () -> INVALID;
    assertThat(conclude(alone)).isInstanceOf(Conclusion.GivenUp.class);

    sonnet = () -> answerOf("sonnet");
    assertThat(conclude(alone)).isInstanceOf(Conclusion.Answered.class);
  }

  @Test
  void anEmptyAnswerEndsAnOutageAndIsAnAttempt() {
    ModelChain alone = down();
    sonnet = () -> EMPTY;
    asked.clear();
    assertThat(conclude(alone))
        .isInstanceOfSatisfying(
            Conclusion.Deferred.class,
            deferred -> assertThat(deferred.progress().attempts()).isEqualTo(1));
    assertThat(asked).containsExactly("sonnet");

    sonnet = () -> answerOf("sonnet");
    assertThat(conclude(alone)).isInstanceOf(Conclusion.Answered.class);
  }

  @Test
  void whoeverProbedInVainLetsOthersProbeFirst() {
    ModelChain alone = down();

    assertThat(deferred(conclude(alone))).isAfter(deferred(conclude(alone)).plusSeconds(1));
  }

  @Test
  void aModelThatIsRefusedToUsHidesNoOutageOfTheNext() {
    sonnet = () -> DENIED;
    haiku = () -> UNAVAILABLE;
    ModelChain models = chain(Samples.AMPLE);
    for (int i = 0; i < 3; i++) {
      conclude(models);
    }
    asked.clear();

    assertThat(conclude(models)).isInstanceOf(Conclusion.Deferred.class);
    assertThat(asked).containsExactly("sonnet");
  }

  /** A model that failed often enough, and may be probed. */
  private ModelChain down() {
    sonnet = () -> UNAVAILABLE;
    ModelChain alone = new ModelChain(List.of(sonnet(Samples.AMPLE)), CALL_TIMEOUT);
    for (int i = 0; i < 3; i++) {
      conclude(alone);
    }
    clock.advance(Duration.ofSeconds(30));
    return alone;
  }

  private static Instant deferred(Conclusion conclusion) {
    assertThat(conclusion).isInstanceOf(Conclusion.Deferred.class);
    return ((Conclusion.Deferred) conclusion).until();
  }

  private Conclusion conclude(QuotaSettings sonnetQuota) {
    return conclude(chain(sonnetQuota));
  }

  private ModelChain chain(QuotaSettings sonnetQuota) {
    return new ModelChain(List.of(sonnet(sonnetQuota), haiku()), CALL_TIMEOUT);
  }

  private Conclusion conclude(ModelChain models) {
    return conclude(models, Duration.ofMillis(500));
  }

  private Conclusion conclude(ModelChain models, Duration patience) {
    ChatRequest request = Samples.request();
    CallPolicy policy =
        new CallPolicy(
            Duration.ofSeconds(30),
            Duration.ofSeconds(35),
            5,
            new BackOff(Duration.ofSeconds(1), Duration.ofSeconds(30), Dice.highest()),
            new BackOff(Duration.ofSeconds(2), Duration.ofSeconds(60), Dice.highest()));
    Invocation invocation =
        new Invocation(clock.instant().plusSeconds(90), new SharedWait(patience));
    return new CallModel(models, policy, clock, clock)
        .conclude(
            request,
            Prompt.of("system", List.of(), request.message()),
            Progress.NONE,
            1,
            invocation);
  }

  private PacedModel sonnet(QuotaSettings quota) {
    return Samples.paced((_, _, _) -> call("sonnet", sonnet), sonnetPace, quota, clock);
  }

  private PacedModel haiku() {
    return Samples.paced((_, _, _) -> call("haiku", haiku), haikuPace, Samples.AMPLE, clock);
  }

  private ModelResult call(String model, Supplier<ModelResult> result) {
    asked.add(model);
    return result.get();
  }

  private static ModelResult answerOf(String model) {
    return new ModelResult.Answer("Here is how.", model, "end_turn", new Usage(11, 7, 0, 0));
  }

  private static ModelResult longAnswer() {
    return new ModelResult.Answer("Here is how.", "sonnet", "end_turn", new Usage(300, 300, 0, 0));
  }

  private static String modelOf(Conclusion conclusion) {
    assertThat(conclusion).isInstanceOf(Conclusion.Answered.class);
    return ((Conclusion.Answered) conclusion).answer().model();
  }
}

package navigator.inference.lambda;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;
import navigator.inference.AnswerBatch;
import navigator.inference.AnswerRequest;
import navigator.inference.BackOff;
import navigator.inference.CallModel;
import navigator.inference.CallPolicy;
import navigator.inference.DeadLetterConfig;
import navigator.inference.EndRequest;
import navigator.inference.FallBack;
import navigator.inference.FallBackBatch;
import navigator.inference.GiveUpUnreadable;
import navigator.inference.InferenceConfig;
import navigator.inference.ModelChain;
import navigator.inference.PacedModel;
import navigator.inference.Pause;
import navigator.inference.SystemPrompts;
import navigator.inference.aws.DeadLetterStages;
import navigator.inference.aws.InferenceStages;
import navigator.inference.aws.ModelStage;
import navigator.inference.quota.AnswerSizes;
import navigator.inference.quota.QuotaGovernor;
import navigator.inference.quota.QuotaSettings;
import navigator.inference.quota.Tempo;

/** Puts the functions' parts together, each once. */
final class Wiring {

  private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
  private static final Duration FIRST_RETURN = Duration.ofSeconds(2);
  private static final Duration LONGEST_RETURN = Duration.ofMinutes(1);

  /** A read, a write and an event, each as long as a call may take. */
  private static final Duration LETTER_BUDGET = Duration.ofSeconds(12);

  /** Of a model call, until it is known. */
  private static final Duration USUAL_LATENCY = Duration.ofSeconds(4);

  private static final InstantSource CLOCK = InstantSource.system();

  private Wiring() {}

  static AnswerBatch inference() {
    InferenceConfig config = InferenceConfig.of(System.getenv());
    // Not a seeded generator: every copy of a snapshot would draw the same.
    RandomGenerator random = new SecureRandom();
    InferenceStages stages = InferenceStages.ofEnvironment(config, random, CLOCK);
    return answerBatch(config, stages, random, Thread::sleep, CLOCK);
  }

  static FallBackBatch deadLetter() {
    DeadLetterConfig config = DeadLetterConfig.of(System.getenv());
    return fallBackBatch(config, DeadLetterStages.ofEnvironment(config, CLOCK), CLOCK);
  }

  static AnswerBatch answerBatch(
      InferenceConfig config,
      InferenceStages stages,
      RandomGenerator random,
      Pause pause,
      InstantSource clock) {
    Tempo tempo = config.tempo();
    BackOff failed = new BackOff(tempo.of(FIRST_WAIT), tempo.of(LONGEST_WAIT), random);
    BackOff returned = new BackOff(tempo.of(FIRST_RETURN), tempo.of(LONGEST_RETURN), random);
    CallPolicy policy =
        new CallPolicy(
            config.model().callTimeout(),
            config.timing().callBudget(),
            config.maxAttempts(),
            failed,
            returned);
    AnswerRequest answers =
        new AnswerRequest(
            stages.claims(),
            stages.releases(),
            stages.histories(),
            new SystemPrompts(),
            new CallModel(models(config, stages, clock), policy, pause, clock),
            new EndRequest(
                stages.outcomes(), stages.bus(), stages.deadLetters(), config.model().id(), clock),
            policy,
            clock);
    return new AnswerBatch(
        stages.suspects(),
        answers,
        new GiveUpUnreadable(stages.deadLetters(), clock),
        stages.queue(),
        returned,
        config.timing().maxInProcessWait(),
        clock);
  }

  private static ModelChain models(
      InferenceConfig config, InferenceStages stages, InstantSource clock) {
    List<PacedModel> models =
        stages.models().stream().map(stage -> paced(config, stage, clock)).toList();
    return new ModelChain(models, config.model().callTimeout());
  }

  private static PacedModel paced(InferenceConfig config, ModelStage stage, InstantSource clock) {
    QuotaSettings quota = stage.governed().quota();
    return new PacedModel(
        stage.model(),
        new QuotaGovernor(stage.quota(), quota, config.tempo(), clock),
        new AnswerSizes(config.model().maxOutputTokens(), config.tempo().of(USUAL_LATENCY)),
        quota.burndown(),
        config.tempo(),
        clock);
  }

  static FallBackBatch fallBackBatch(
      DeadLetterConfig config, DeadLetterStages stages, InstantSource clock) {
    return new FallBackBatch(
        new FallBack(
            stages.requests(),
            stages.outcomes(),
            stages.bus(),
            stages.unreadables(),
            config.modelId(),
            clock),
        LETTER_BUDGET,
        clock);
  }
}

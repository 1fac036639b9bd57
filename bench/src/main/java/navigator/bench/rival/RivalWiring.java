package navigator.bench.rival;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import navigator.inference.AnswerBatch;
import navigator.inference.AnswerRequest;
import navigator.inference.AskModel;
import navigator.inference.BackOff;
import navigator.inference.CallPolicy;
import navigator.inference.EndRequest;
import navigator.inference.GiveUpUnreadable;
import navigator.inference.InferenceConfig;
import navigator.inference.RequestQueue;
import navigator.inference.SystemPrompts;
import navigator.inference.aws.BedrockModel;
import navigator.inference.aws.InferenceStages;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;

/** Puts a rival together: the worker's stages, with another way to ask in their midst. */
final class RivalWiring {

  // What the worker itself waits after a throttle.
  private static final Duration FIRST_RETURN = Duration.ofSeconds(2);
  private static final Duration LONGEST_RETURN = Duration.ofMinutes(1);

  private static final InstantSource CLOCK = InstantSource.system();

  private RivalWiring() {}

  static AnswerBatch batch() {
    return batch(RivalConfig.of(System.getenv()));
  }

  private static AnswerBatch batch(RivalConfig config) {
    InferenceConfig worker = config.worker();
    RandomGenerator random = new SecureRandom();
    InferenceStages stages = InferenceStages.ofEnvironment(worker, random, CLOCK);
    BackOff returned =
        new BackOff(config.scaled(FIRST_RETURN), config.scaled(LONGEST_RETURN), random);
    CallPolicy policy =
        new CallPolicy(
            worker.model().callTimeout(),
            worker.timing().callBudget(),
            worker.maxAttempts(),
            returned,
            returned);
    AskModel model = new BedrockModel(bedrock(config), worker.model());
    AnswerRequest answers =
        new AnswerRequest(
            stages.claims(),
            stages.releases(),
            stages.histories(),
            new SystemPrompts(),
            new AskOnce(
                model,
                worker.model().maxOutputTokens(),
                worker.timing().callBudget(),
                returned,
                CLOCK),
            new EndRequest(
                stages.outcomes(), stages.bus(), stages.deadLetters(), worker.model().id(), CLOCK),
            policy,
            CLOCK);
    return new AnswerBatch(
        stages.suspects(),
        answers,
        new GiveUpUnreadable(stages.deadLetters(), CLOCK),
        queue(config, stages),
        returned,
        worker.timing().maxInProcessWait(),
        CLOCK);
  }

  private static RequestQueue queue(RivalConfig config, InferenceStages stages) {
    return config.retries().leavesToQueue() ? new LeftToQueue(stages.queue()) : stages.queue();
  }

  // All attempts together end before the invocation does, so that none is cut off.
  private static BedrockRuntimeClient bedrock(RivalConfig config) {
    Duration attempt = config.worker().model().callTimeout();
    return BedrockRuntimeClient.builder()
        .httpClient(Apache5HttpClient.builder().socketTimeout(attempt.plusSeconds(1)).build())
        .overrideConfiguration(
            settings ->
                settings
                    .apiCallAttemptTimeout(attempt)
                    .apiCallTimeout(config.worker().timing().callBudget())
                    .retryStrategy(config.retries().strategy(config::scaled)))
        .build();
  }
}

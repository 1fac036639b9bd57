package navigator.inference;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import navigator.contracts.environment.InvalidConfiguration;
import navigator.contracts.environment.Settings;
import navigator.contracts.environment.Variable;
import navigator.inference.quota.Tempo;

/**
 * The settings of the inference function.
 *
 * @param requestQueueUrl of the FIFO queue that deliveries come from
 * @param deadLetterQueueUrl of the FIFO queue for what is given up
 * @param region that the quotas are of
 * @param chain the models, best first, the first being that of {@code model}
 * @param maxAttempts model calls before a request is given up, those included whose answer could
 *     not be stored
 * @param retention how long outcomes are kept
 */
public record InferenceConfig(
    String tableName,
    String requestQueueUrl,
    String deadLetterQueueUrl,
    String eventBusName,
    ModelSettings model,
    String region,
    List<GovernedModel> chain,
    Tempo tempo,
    Timing timing,
    HistoryLimits history,
    int maxAttempts,
    Duration retention) {

  /**
   * The settings in {@code environment}.
   *
   * @throws InvalidConfiguration if any is missing or out of range, naming all of them
   */
  public static InferenceConfig of(Map<String, String> environment) {
    Settings settings = new Settings(environment);
    ModelSettings model = ModelSettings.of(settings);
    InferenceConfig config =
        new InferenceConfig(
            settings.text(Variable.TABLE_NAME),
            settings.text(Variable.REQUEST_QUEUE_URL),
            settings.text(Variable.DEAD_LETTER_QUEUE_URL),
            settings.text(Variable.EVENT_BUS_NAME),
            model,
            settings.text(Variable.AWS_REGION),
            GovernedModel.chain(settings, model.id(), model.callTimeout()),
            Tempo.of(settings),
            Timing.of(settings),
            new HistoryLimits(
                settings.integer(Variable.HISTORY_MESSAGES, 0, 100),
                settings.integer(Variable.HISTORY_TOKENS, 0, 1_000_000)),
            settings.integer(Variable.MAX_ATTEMPTS, 1, 100),
            settings.duration(Variable.RETENTION, Duration.ofDays(1), Duration.ofDays(3650)));
    settings.requireValid();
    return config;
  }
}

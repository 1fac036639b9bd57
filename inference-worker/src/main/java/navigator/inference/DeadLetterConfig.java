package navigator.inference;

import java.time.Duration;
import java.util.Map;
import navigator.contracts.environment.InvalidConfiguration;
import navigator.contracts.environment.Settings;
import navigator.contracts.environment.Variable;

/**
 * The settings of the dead-letter function.
 *
 * @param modelId of the model that was asked
 * @param retention how long outcomes are kept
 * @param deadLetterRetention how long letters are kept that nobody can read
 */
public record DeadLetterConfig(
    String tableName,
    String eventBusName,
    String modelId,
    Duration retention,
    Duration deadLetterRetention) {

  /**
   * The settings in {@code environment}.
   *
   * @throws InvalidConfiguration if any is missing or out of range, naming all of them
   */
  public static DeadLetterConfig of(Map<String, String> environment) {
    Settings settings = new Settings(environment);
    DeadLetterConfig config =
        new DeadLetterConfig(
            settings.text(Variable.TABLE_NAME),
            settings.text(Variable.EVENT_BUS_NAME),
            settings.text(Variable.MODEL_ID),
            settings.duration(Variable.RETENTION, Duration.ofDays(1), Duration.ofDays(3650)),
            settings.duration(
                Variable.DEAD_LETTER_RETENTION, Duration.ofDays(1), Duration.ofDays(3650)));
    settings.requireValid();
    return config;
  }
}

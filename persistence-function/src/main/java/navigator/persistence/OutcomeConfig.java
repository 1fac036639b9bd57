package navigator.persistence;

import java.time.Duration;
import java.util.Map;
import navigator.contracts.environment.InvalidConfiguration;
import navigator.contracts.environment.Settings;
import navigator.contracts.environment.Variable;

/**
 * The settings of the functions that end requests.
 *
 * @param retention how long replies are kept
 * @param deadLetterRetention how long dead letters are kept
 */
public record OutcomeConfig(String tableName, Duration retention, Duration deadLetterRetention) {

  /**
   * The settings in {@code environment}.
   *
   * @throws InvalidConfiguration if any is missing or out of range, naming all of them
   */
  public static OutcomeConfig of(Map<String, String> environment) {
    Settings settings = new Settings(environment);
    String table = settings.text(Variable.TABLE_NAME);
    Duration retention = days(settings, Variable.RETENTION);
    Duration deadLetterRetention = days(settings, Variable.DEAD_LETTER_RETENTION);
    settings.requireValid();
    return new OutcomeConfig(table, retention, deadLetterRetention);
  }

  private static Duration days(Settings settings, String name) {
    return settings.duration(name, Duration.ofDays(1), Duration.ofDays(3650));
  }
}

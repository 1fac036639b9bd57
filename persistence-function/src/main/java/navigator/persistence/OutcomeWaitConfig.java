package navigator.persistence;

import java.time.Duration;
import java.util.Map;
import navigator.contracts.environment.InvalidConfiguration;
import navigator.contracts.environment.Settings;
import navigator.contracts.environment.Variable;
import navigator.contracts.table.PaceSettings;

/**
 * The settings of the function that waits with clients.
 *
 * @param maxWait the longest wait that is granted, from zero to 10 s
 * @param pace of the model's calls
 */
public record OutcomeWaitConfig(String tableName, Duration maxWait, PaceSettings pace) {

  private static final Duration LONGEST = Duration.ofSeconds(10);

  /**
   * The settings in {@code environment}.
   *
   * @throws InvalidConfiguration if any is missing or out of range
   */
  public static OutcomeWaitConfig of(Map<String, String> environment) {
    Settings settings = new Settings(environment);
    String table = settings.text(Variable.TABLE_NAME);
    Duration maxWait = settings.duration(Variable.MAX_OUTCOME_WAIT, Duration.ZERO, LONGEST);
    PaceSettings pace = PaceSettings.of(settings);
    settings.requireValid();
    return new OutcomeWaitConfig(table, maxWait, pace);
  }
}

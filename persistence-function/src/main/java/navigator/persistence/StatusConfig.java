package navigator.persistence;

import java.util.Map;
import navigator.contracts.environment.InvalidConfiguration;
import navigator.contracts.environment.Settings;
import navigator.contracts.environment.Variable;
import navigator.contracts.table.PaceSettings;

/**
 * The settings of the function that shows where a request stands.
 *
 * @param pace of the model's calls
 */
public record StatusConfig(String tableName, PaceSettings pace) {

  /**
   * The settings in {@code environment}.
   *
   * @throws InvalidConfiguration if any is missing or out of range
   */
  public static StatusConfig of(Map<String, String> environment) {
    Settings settings = new Settings(environment);
    String table = settings.text(Variable.TABLE_NAME);
    PaceSettings pace = PaceSettings.of(settings);
    settings.requireValid();
    return new StatusConfig(table, pace);
  }
}

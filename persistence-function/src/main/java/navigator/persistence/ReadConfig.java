package navigator.persistence;

import java.util.Map;
import navigator.contracts.environment.InvalidConfiguration;
import navigator.contracts.environment.Settings;
import navigator.contracts.environment.Variable;

/** The settings of the functions that need to know the table alone. */
public record ReadConfig(String tableName) {

  /**
   * The settings in {@code environment}.
   *
   * @throws InvalidConfiguration if any is missing
   */
  public static ReadConfig of(Map<String, String> environment) {
    Settings settings = new Settings(environment);
    String table = settings.text(Variable.TABLE_NAME);
    settings.requireValid();
    return new ReadConfig(table);
  }
}

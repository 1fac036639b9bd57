package navigator.ops.replay;

import java.util.Map;
import navigator.contracts.environment.InvalidConfiguration;
import navigator.contracts.environment.Settings;
import navigator.contracts.environment.Variable;

/** The settings of the function that drives replays. */
public record ReplayConfig(String tableName, String requestQueueUrl) {

  /**
   * The settings in {@code environment}.
   *
   * @throws InvalidConfiguration if any is missing, naming all of them
   */
  public static ReplayConfig of(Map<String, String> environment) {
    Settings settings = new Settings(environment);
    String table = settings.text(Variable.TABLE_NAME);
    String queue = settings.text(Variable.REQUEST_QUEUE_URL);
    settings.requireValid();
    return new ReplayConfig(table, queue);
  }
}

package navigator.ops;

import java.util.EnumMap;
import java.util.Map;
import navigator.contracts.environment.InvalidConfiguration;
import navigator.contracts.environment.Settings;
import navigator.contracts.environment.Variable;

/**
 * The settings of the function that answers operators.
 *
 * @param queueUrls of every queue of the stack
 */
public record OpsConfig(String tableName, Map<StackQueue, String> queueUrls) {

  public OpsConfig {
    queueUrls = Map.copyOf(queueUrls);
  }

  /**
   * The settings in {@code environment}.
   *
   * @throws InvalidConfiguration if any is missing, naming all of them
   */
  public static OpsConfig of(Map<String, String> environment) {
    Settings settings = new Settings(environment);
    String table = settings.text(Variable.TABLE_NAME);
    Map<StackQueue, String> urls = new EnumMap<>(StackQueue.class);
    for (StackQueue queue : StackQueue.values()) {
      urls.put(queue, settings.text(variable(queue)));
    }
    settings.requireValid();
    return new OpsConfig(table, urls);
  }

  private static String variable(StackQueue queue) {
    return switch (queue) {
      case REQUESTS -> Variable.REQUEST_QUEUE_URL;
      case DEAD_LETTERS -> Variable.DEAD_LETTER_QUEUE_URL;
      case DEAD_LETTERS_FAILED -> Variable.DEAD_LETTERS_FAILED_QUEUE_URL;
      case OUTCOME_EVENTS_FAILED -> Variable.OUTCOME_EVENTS_FAILED_QUEUE_URL;
      case OUTCOME_INVOKES_FAILED -> Variable.OUTCOME_INVOKES_FAILED_QUEUE_URL;
    };
  }
}

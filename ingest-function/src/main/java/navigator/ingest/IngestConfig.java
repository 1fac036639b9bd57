package navigator.ingest;

import java.time.Duration;
import java.util.Map;
import navigator.contracts.environment.InvalidConfiguration;
import navigator.contracts.environment.Settings;
import navigator.contracts.environment.Variable;

/**
 * The settings of the submit function.
 *
 * @param idempotencyTableName of the records of submissions with a key
 * @param requestQueueUrl of the FIFO queue that the workers read
 * @param defaultDeadline how long a request may take when its client does not say
 * @param retention how long requests, messages and conversations are kept
 */
public record IngestConfig(
    String tableName,
    String idempotencyTableName,
    String requestQueueUrl,
    Duration defaultDeadline,
    Duration retention) {

  /**
   * The settings in {@code environment}.
   *
   * @throws InvalidConfiguration if any is missing or out of range, naming all of them
   */
  public static IngestConfig of(Map<String, String> environment) {
    Settings settings = new Settings(environment);
    String table = settings.text(Variable.TABLE_NAME);
    String idempotency = settings.text(Variable.IDEMPOTENCY_TABLE_NAME);
    String queue = settings.text(Variable.REQUEST_QUEUE_URL);
    Duration deadline =
        settings.duration(
            Variable.DEFAULT_DEADLINE, ChatSubmission.MIN_DEADLINE, ChatSubmission.MAX_DEADLINE);
    Duration retention =
        settings.duration(Variable.RETENTION, Duration.ofDays(1), Duration.ofDays(3650));
    settings.requireValid();
    return new IngestConfig(table, idempotency, queue, deadline, retention);
  }
}

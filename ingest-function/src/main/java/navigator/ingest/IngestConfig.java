package navigator.ingest;

import java.time.Duration;
import java.util.Map;
import navigator.contracts.environment.InvalidConfiguration;
import navigator.contracts.environment.Settings;
import navigator.contracts.environment.Variable;
import navigator.contracts.table.PaceSettings;
import navigator.ingest.limit.UserLimits;

/**
 * The settings of the submit function.
 *
 * @param idempotencyTableName of the records of submissions with a key
 * @param requestQueueUrl of the FIFO queue that the workers read
 * @param defaultDeadline how long a request may take when its client does not say
 * @param limits how much one user may ask for
 * @param pace of the model's calls
 * @param retention how long requests, messages and conversations are kept
 */
public record IngestConfig(
    String tableName,
    String idempotencyTableName,
    String requestQueueUrl,
    Duration defaultDeadline,
    UserLimits limits,
    PaceSettings pace,
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
    int rate =
        settings.integer(Variable.USER_REQUESTS_PER_MINUTE, 1, UserLimits.MOST_REQUESTS_PER_MINUTE);
    int pending = settings.integer(Variable.USER_PENDING_REQUESTS, 1, UserLimits.MOST_PENDING);
    PaceSettings pace = PaceSettings.of(settings);
    Duration retention =
        settings.duration(Variable.RETENTION, Duration.ofDays(1), Duration.ofDays(3650));
    settings.requireValid();
    return new IngestConfig(
        table, idempotency, queue, deadline, new UserLimits(rate, pending), pace, retention);
  }
}

package navigator.ingest.lambda;

import java.util.Map;
import navigator.contracts.environment.Variable;
import navigator.contracts.testing.TestTable;
import navigator.ingest.aws.TestIdempotencyTable;

/** The submit function's environment in tests. */
final class TestEnvironment {

  private TestEnvironment() {}

  /** One where users may ask for more than any test does. */
  static Map<String, String> of(TestTable table, TestIdempotencyTable records, String queueUrl) {
    return of(table, records, queueUrl, 100_000, 100);
  }

  static Map<String, String> of(
      TestTable table, TestIdempotencyTable records, String queueUrl, int rate, int pending) {
    return Map.of(
        Variable.TABLE_NAME,
        table.name(),
        Variable.IDEMPOTENCY_TABLE_NAME,
        records.name(),
        Variable.REQUEST_QUEUE_URL,
        queueUrl,
        Variable.DEFAULT_DEADLINE,
        "PT15M",
        Variable.USER_REQUESTS_PER_MINUTE,
        String.valueOf(rate),
        Variable.USER_PENDING_REQUESTS,
        String.valueOf(pending),
        Variable.AWS_REGION,
        "us-west-2",
        Variable.MODEL_ID,
        "sonnet",
        Variable.CALLS_AT_ONCE,
        "50",
        Variable.RETENTION,
        "P365D");
  }
}

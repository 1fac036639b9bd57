package navigator.ingest;

import java.util.Map;
import navigator.contracts.testing.HostileEnvironment;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ConfigFuzzTest {

  private static final Map<String, String> RIGHT =
      Map.of(
          "TABLE_NAME", "learning-navigator",
          "IDEMPOTENCY_TABLE_NAME", "learning-navigator-idempotency",
          "REQUEST_QUEUE_URL", "https://sqs/chat-requests.fifo",
          "DEFAULT_DEADLINE", "PT15M",
          "USER_REQUESTS_PER_MINUTE", "30",
          "USER_PENDING_REQUESTS", "10",
          "AWS_REGION", "us-west-2",
          "MODEL_ID", "sonnet",
          "CALLS_AT_ONCE", "50",
          "RETENTION", "P365D");

  @Property(tries = 300)
  void anEnvironmentIsRightOrItsFaultsAreNamed(@ForAll("changes") Map<String, String> changes) {
    HostileEnvironment.assertEveryFaultIsNamed(RIGHT, changes, IngestConfig::of);
  }

  @Provide
  Arbitrary<Map<String, String>> changes() {
    return HostileEnvironment.changes(RIGHT.keySet());
  }
}

package navigator.ops;

import java.util.Map;
import navigator.contracts.testing.HostileEnvironment;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class OpsConfigFuzzTest {

  private static final Map<String, String> RIGHT =
      Map.of(
          "TABLE_NAME", "chats",
          "REQUEST_QUEUE_URL", "https://sqs/1",
          "DEAD_LETTER_QUEUE_URL", "https://sqs/2",
          "DEAD_LETTERS_FAILED_QUEUE_URL", "https://sqs/3",
          "OUTCOME_EVENTS_FAILED_QUEUE_URL", "https://sqs/4",
          "OUTCOME_INVOKES_FAILED_QUEUE_URL", "https://sqs/5");

  @Property(tries = 300)
  void anEnvironmentIsRightOrItsFaultsAreNamed(@ForAll("changes") Map<String, String> changes) {
    HostileEnvironment.assertEveryFaultIsNamed(RIGHT, changes, OpsConfig::of);
  }

  @Provide
  Arbitrary<Map<String, String>> changes() {
    return HostileEnvironment.changes(RIGHT.keySet());
  }
}

package navigator.ops.replay;

import java.util.Map;
import navigator.contracts.testing.HostileEnvironment;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ReplayConfigFuzzTest {

  private static final Map<String, String> RIGHT =
      Map.of("TABLE_NAME", "chats", "REQUEST_QUEUE_URL", "https://sqs/requests.fifo");

  @Property(tries = 300)
  void anEnvironmentIsRightOrItsFaultsAreNamed(@ForAll("changes") Map<String, String> changes) {
    HostileEnvironment.assertEveryFaultIsNamed(RIGHT, changes, ReplayConfig::of);
  }

  @Provide
  Arbitrary<Map<String, String>> changes() {
    return HostileEnvironment.changes(RIGHT.keySet());
  }
}

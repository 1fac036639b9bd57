package navigator.persistence;

import java.util.Map;
import navigator.contracts.testing.HostileEnvironment;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ConfigFuzzTest {

  private static final Map<String, String> RIGHT =
      Map.of("TABLE_NAME", "chats", "RETENTION", "P365D", "DEAD_LETTER_RETENTION", "P30D");

  @Property(tries = 300)
  void anEnvironmentIsRightOrItsFaultsAreNamed(@ForAll("changes") Map<String, String> changes) {
    HostileEnvironment.assertEveryFaultIsNamed(RIGHT, changes, OutcomeConfig::of);
    HostileEnvironment.assertEveryFaultIsNamed(RIGHT, changes, ReadConfig::of);
  }

  @Provide
  Arbitrary<Map<String, String>> changes() {
    return HostileEnvironment.changes(RIGHT.keySet());
  }
}

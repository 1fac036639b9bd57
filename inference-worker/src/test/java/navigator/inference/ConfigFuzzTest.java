package navigator.inference;

import java.util.Map;
import navigator.contracts.testing.HostileEnvironment;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ConfigFuzzTest {

  private static final Map<String, String> RIGHT = InferenceConfigTest.valid();

  @Property(tries = 300)
  void anEnvironmentIsRightOrItsFaultsAreNamed(@ForAll("changes") Map<String, String> changes) {
    HostileEnvironment.assertEveryFaultIsNamed(RIGHT, changes, InferenceConfig::of);
    HostileEnvironment.assertEveryFaultIsNamed(RIGHT, changes, DeadLetterConfig::of);
  }

  @Provide
  Arbitrary<Map<String, String>> changes() {
    return HostileEnvironment.changes(RIGHT.keySet());
  }
}

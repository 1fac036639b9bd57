package navigator.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ShorterTimesTest {

  private static final Set<String> TIMES_AND_LIMITS =
      Set.of(
          "USER_REQUESTS_PER_MINUTE",
          "USER_PENDING_REQUESTS",
          // Of the alarm on the model's latency.
          "Threshold",
          "Timeout",
          "VisibilityTimeout",
          "MODEL_CALL_TIMEOUT",
          "MODEL_CALL_BUDGET",
          "MAX_IN_PROCESS_WAIT",
          "CLAIM_LEASE",
          "VISIBILITY_TIMEOUT");

  @Test
  void testsRunTheStackThatIsDeployedButForItsTimesAndTheLimitsOfUsers() {
    Map<String, String> deployed = leaves(StackSettings.defaults());
    Map<String, String> tested = leaves(StackSettings.forTests());

    assertThat(tested.keySet()).isEqualTo(deployed.keySet());
    Set<String> different = new TreeSet<>();
    deployed.forEach(
        (path, value) -> {
          if (!value.equals(tested.get(path))) {
            different.add(path.substring(path.lastIndexOf('/') + 1));
          }
        });
    assertThat(different).isEqualTo(TIMES_AND_LIMITS);
  }

  private static Map<String, String> leaves(StackSettings settings) {
    Map<String, String> leaves = new TreeMap<>();
    collect("", SynthesizedStack.of(settings).template().json(), leaves);
    return leaves;
  }

  private static void collect(String path, JsonNode node, Map<String, String> leaves) {
    if (node.isValueNode()) {
      leaves.put(path, unversioned(node.asText()));
    }
    for (int i = 0; i < node.size() && node.isArray(); i++) {
      collect(path + "/" + i, node.get(i), leaves);
    }
    node.properties()
        .forEach(
            field -> collect(path + "/" + unversioned(field.getKey()), field.getValue(), leaves));
  }

  /** A version's logical id ends in a digest of its function's configuration, times included. */
  private static String unversioned(String logicalId) {
    return logicalId.replaceAll("(?<=CurrentVersion).*", "");
  }
}

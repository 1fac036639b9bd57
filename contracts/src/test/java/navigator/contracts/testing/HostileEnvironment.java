package navigator.contracts.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import navigator.contracts.environment.InvalidConfiguration;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Environments that a function starts with only if they are right. */
public final class HostileEnvironment {

  private HostileEnvironment() {}

  /** Other values for some variables; an empty one counts as missing. */
  public static Arbitrary<Map<String, String>> changes(Set<String> variables) {
    // Sorted, or a seed would draw others in another JVM.
    return Arbitraries.maps(Arbitraries.of(new TreeSet<>(variables)), HostileText.any())
        .ofMinSize(1);
  }

  /**
   * Holds a configuration to naming every variable that is at fault, and to no other exception.
   *
   * @param right an environment without a fault
   * @param config reads an environment
   */
  public static void assertEveryFaultIsNamed(
      Map<String, String> right,
      Map<String, String> changes,
      Consumer<Map<String, String>> config) {
    assertThat(fault(right, config)).isEmpty();
    Optional<String> told = fault(with(right, changes), config);
    changes.forEach(
        (name, value) -> {
          if (fault(with(right, Map.of(name, value)), config).isPresent()) {
            assertThat(told.orElse("nothing")).contains(name);
          }
        });
  }

  private static Optional<String> fault(
      Map<String, String> environment, Consumer<Map<String, String>> config) {
    try {
      config.accept(environment);
      return Optional.empty();
    } catch (InvalidConfiguration e) {
      return Optional.ofNullable(e.getMessage());
    }
  }

  private static Map<String, String> with(Map<String, String> right, Map<String, String> changes) {
    Map<String, String> all = new HashMap<>(right);
    all.putAll(changes);
    return all;
  }
}

package navigator.contracts.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ArchitectureRulesTest {

  private static final String ROOT = "navigator.untidy";

  @Test
  void untidyCodeBreaksTheRulesOfEveryModule() {
    assertThat(brokenBy(ModuleRules.of(ROOT)))
        .containsExactly(
            "packages form no cycles",
            "every package is null-marked",
            "no state is static",
            "every name says something",
            "nothing is logged through java.util.logging");
  }

  @Test
  void untidyCodeBreaksTheRulesOfFunctions() {
    assertThat(brokenBy(FunctionRules.of(ROOT)))
        .contains(
            "the core sees the JDK, the contracts and the log alone",
            "time and randomness are handed to the core",
            "only Wiring reads the environment",
            "no classes should access standard streams");
  }

  private static Stream<String> brokenBy(Stream<ArchRule> rules) {
    JavaClasses untidy = new ClassFileImporter().importPackages(ROOT);
    return rules.filter(rule -> rule.evaluate(untidy).hasViolation()).map(ArchRule::getDescription);
  }
}

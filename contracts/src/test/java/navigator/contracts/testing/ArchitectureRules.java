package navigator.contracts.testing;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** The rules that the code of every module keeps, each as one test of a {@code TestFactory}. */
public final class ArchitectureRules {

  private ArchitectureRules() {}

  /**
   * The rules of a module.
   *
   * @param root the package that all of its code is below, such as {@code navigator.local}
   */
  public static Stream<DynamicTest> ofModule(String root) {
    return tests(root, ModuleRules.of(root));
  }

  /**
   * The rules of a function module: those of a module, and those of its three layers.
   *
   * @param root the core's package, beside which {@code .aws} and {@code .lambda} stand
   */
  public static Stream<DynamicTest> ofFunction(String root) {
    return tests(root, Stream.concat(ModuleRules.of(root), FunctionRules.of(root)));
  }

  private static Stream<DynamicTest> tests(String root, Stream<ArchRule> rules) {
    JavaClasses classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(root);
    return rules.map(
        rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(classes)));
  }
}

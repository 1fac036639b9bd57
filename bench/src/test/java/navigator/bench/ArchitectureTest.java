package navigator.bench;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Stream;
import navigator.contracts.testing.ArchitectureRules;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {

  @TestFactory
  Stream<DynamicTest> rulesOfEveryModule() {
    return ArchitectureRules.ofModule("navigator.bench");
  }

  @Test
  void noProductModuleSeesTheBenchmarks() {
    noClasses()
        .that()
        .resideOutsideOfPackage("navigator.bench..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("navigator.bench..")
        .check(
            new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("navigator"));
  }
}

package navigator.bench;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
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

  @Test
  void whatRunsInAWorkerSeesNothingElseOfTheBenchmarks() {
    noClasses()
        .that()
        .resideInAPackage("navigator.bench.rival..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("navigator.bench..")
                .and(resideOutsideOfPackage("navigator.bench.rival.."))
                .or(resideInAPackage("navigator.local..")))
        .check(benchmarks());
  }

  @Test
  void theSdkStaysWithTheStacksAndTheRivals() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "navigator.bench.rival..", "navigator.bench.stack..", "navigator.bench.replay.aws..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("software.amazon..", "com.amazonaws..")
        .check(benchmarks());
  }

  private static JavaClasses benchmarks() {
    return new ClassFileImporter()
        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
        .importPackages("navigator.bench");
  }
}

package navigator.contracts.testing;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/**
 * What holds in a function module: lambda sees aws, aws sees the core, and the core neither. Where
 * there are commands too, they are beside lambda, and nobody sees them.
 */
final class FunctionRules {

  private static final String SDK = "software.amazon.awssdk..";

  private FunctionRules() {}

  static Stream<ArchRule> of(String root) {
    String aws = root + ".aws..";
    String lambda = root + ".lambda..";
    String command = root + ".command..";
    DescribedPredicate<JavaClass> core =
        resideInAPackage(root + "..").and(resideOutsideOfPackages(aws, lambda, command));
    return Stream.of(
        coreSeesNoFramework(core),
        coreAsksNoSystemClock(core),
        layersDependInwards(root),
        nobodySeesTheCommands(command),
        sdkStaysIn(aws),
        lambdaTypesStayIn(lambda),
        environmentIsReadByWiring(),
        clientsAreNotStatic(),
        GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS);
  }

  private static ArchRule coreSeesNoFramework(DescribedPredicate<JavaClass> core) {
    return classes()
        .that(core)
        .should()
        .onlyDependOnClassesThat(
            core.or(resideInAPackage("java.."))
                .or(resideInAPackage("navigator.contracts.."))
                .or(resideInAPackage("org.slf4j.."))
                .or(resideInAPackage("org.jspecify..")))
        .as("the core sees the JDK, the contracts and the log alone");
  }

  private static ArchRule coreAsksNoSystemClock(DescribedPredicate<JavaClass> core) {
    return noClasses()
        .that(core)
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(InstantSource.class, "system")
        .orShould()
        .callMethod(Clock.class, "systemUTC")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(ThreadLocalRandom.class, "current")
        .as("time and randomness are handed to the core");
  }

  private static ArchRule layersDependInwards(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + ".aws..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(root + ".lambda..")
        .as("the AWS adapters do not see the handlers");
  }

  private static ArchRule nobodySeesTheCommands(String command) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(command)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(command)
        .as("nobody sees the commands");
  }

  private static ArchRule sdkStaysIn(String aws) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(aws)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(SDK)
        .as("the AWS SDK stays in .aws");
  }

  private static ArchRule lambdaTypesStayIn(String lambda) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(lambda)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.amazonaws..", "org.crac..")
        .as("Lambda's types stay in .lambda");
  }

  private static ArchRule environmentIsReadByWiring() {
    return noClasses()
        .that()
        .haveSimpleNameNotEndingWith("Wiring")
        .should()
        .callMethod(System.class, "getenv")
        .orShould()
        .callMethod(System.class, "getenv", String.class)
        .as("only Wiring reads the environment");
  }

  private static ArchRule clientsAreNotStatic() {
    return noFields()
        .that()
        .areStatic()
        .should()
        .haveRawType(assignableTo("software.amazon.awssdk.core.SdkClient"))
        .allowEmptyShould(true)
        .as("clients are handed over, not static");
  }
}

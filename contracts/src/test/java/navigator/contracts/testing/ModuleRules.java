package navigator.contracts.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** What holds in every module. */
final class ModuleRules {

  // What AWS calls a service is one.
  private static final String VAGUE_NAME =
      "(?!AwsService$).*(Manager|Helper|Utils?|Common|Impl|Data|Service|Processor)";

  private ModuleRules() {}

  static Stream<ArchRule> of(String root) {
    return Stream.of(
        packagesFormNoCycles(root),
        classes().should(beInANullMarkedPackage()).as("every package is null-marked"),
        fields()
            .that()
            .areStatic()
            .should()
            .beFinal()
            .allowEmptyShould(true)
            .as("no state is static"),
        noClasses().should(haveAVagueName()).as("every name says something"),
        noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.util.logging..")
            .as("nothing is logged through java.util.logging"));
  }

  private static ArchRule packagesFormNoCycles(String root) {
    return SlicesRuleDefinition.slices()
        .assignedFrom(new OnePackageEach(root))
        .should()
        .beFreeOfCycles()
        .as("packages form no cycles");
  }

  private static ArchCondition<JavaClass> haveAVagueName() {
    return new ArchCondition<>("have a name that says nothing") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        boolean vague = type.getSimpleName().matches(VAGUE_NAME);
        events.add(new SimpleConditionEvent(type, vague, type.getName() + " has a vague name"));
      }
    };
  }

  private static ArchCondition<JavaClass> beInANullMarkedPackage() {
    return new ArchCondition<>("be in a null-marked package") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
        events.add(
            new SimpleConditionEvent(
                type, marked, type.getName() + " is in a package without @NullMarked"));
      }
    };
  }

  private record OnePackageEach(String root) implements SliceAssignment {

    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
      String name = type.getPackageName();
      return name.equals(root) || name.startsWith(root + ".")
          ? SliceIdentifier.of(name)
          : SliceIdentifier.ignore();
    }

    @Override
    public String getDescription() {
      return "one package each";
    }
  }
}

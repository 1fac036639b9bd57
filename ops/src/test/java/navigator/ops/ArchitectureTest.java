package navigator.ops;

import java.util.stream.Stream;
import navigator.contracts.testing.ArchitectureRules;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {

  @TestFactory
  Stream<DynamicTest> rulesOfFunctions() {
    return ArchitectureRules.ofFunction("navigator.ops");
  }
}

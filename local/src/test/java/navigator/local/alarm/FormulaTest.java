package navigator.local.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaTest {

  private static final String SHARE =
      "IF(dead_letters >= 3, 100 * dead_letters / FILL(requests_accepted, 1), 0)";

  private static OptionalDouble share(double letters, OptionalDouble accepted) {
    return Formula.value(
        SHARE, Map.of("dead_letters", OptionalDouble.of(letters), "requests_accepted", accepted));
  }

  @ParameterizedTest
  @CsvSource({
    "1 + 2 * 3, 7",
    "(1 + 2) * 3, 9",
    "8 / 4 / 2, 1",
    "5 - 2 - 1, 2",
    "2.5 * 2, 5",
    "3 >= 3, 1",
    "2 > 3, 0",
    "m1 - 1, 9",
  })
  void computesAsOneReadsIt(String formula, double value) {
    assertThat(Formula.value(formula, Map.of("m1", OptionalDouble.of(10)))).hasValue(value);
  }

  @Test
  void theShareOfDeadLettersIsThatOfTheAccepted() {
    assertThat(share(25, OptionalDouble.of(31))).hasValue(2500.0 / 31);
  }

  @Test
  void twoDeadLettersAreNoShareYet() {
    assertThat(share(2, OptionalDouble.of(2))).hasValue(0);
  }

  @Test
  void whatIsFilledInCountsWhereNothingWasAccepted() {
    assertThat(share(3, OptionalDouble.empty())).hasValue(300);
  }

  @Test
  void whatIsMissingMakesTheWholeMissing() {
    var missing = Map.of("m1", OptionalDouble.empty());

    assertThat(Formula.value("m1", missing)).isEmpty();
    assertThat(Formula.value("100 * m1", missing)).isEmpty();
    assertThat(Formula.value("IF(m1 > 3, 1, 0)", missing)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"m2", "ANOMALY_DETECTION_BAND(m1, 2)", "IF(m1, 1)", "m1 m1", "(m1", "m1 $ 2", ""})
  void whatIsNotKnownIsRefusedWithTheFormula(String formula) {
    assertThatThrownBy(() -> Formula.value(formula, Map.of("m1", OptionalDouble.of(1))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(formula);
  }
}

package navigator.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {

  @Test
  void wordsStandToTheLeftAndNumbersToTheRight() {
    var table =
        new TextTable(
            1,
            List.of(
                List.of("name", "value", ""), List.of("a", "1.25", "but"), List.of("b", "10", "")));

    assertThat(table.text()).containsExactly("name  value", "a      1.25  but", "b        10");
  }
}

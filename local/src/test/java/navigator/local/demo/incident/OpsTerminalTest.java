package navigator.local.demo.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OpsTerminalTest {

  @Test
  void aCommandIsShownAsOneTypesIt() {
    assertThat(OpsTerminal.shown(List.of("replay", "run", "x", "--reason", "the model is back")))
        .isEqualTo("./navigator ops replay run x --reason \"the model is back\"");
  }
}

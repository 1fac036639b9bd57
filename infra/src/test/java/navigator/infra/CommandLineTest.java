package navigator.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CommandLineTest {

  @Test
  void contextMayBeRepeatedAndHoldAnEqualsSign() {
    assertThat(CommandLine.of("-c", "stage=prod", "--context", "origins=https://x.example?a=b"))
        .isEqualTo(
            new CommandLine(
                Map.of("stage", "prod", "origins", "https://x.example?a=b"), Optional.empty()));
  }

  @Test
  void theOutputDirectoryIsNamed() {
    assertThat(CommandLine.of("--output", "here").output()).contains(Path.of("here"));
  }

  @Test
  void whatItDoesNotKnowItRefusesByName() {
    assertThatThrownBy(() -> CommandLine.of("--verbose")).hasMessageContaining("--verbose");
    assertThatThrownBy(() -> CommandLine.of("-c")).hasMessageContaining("-c wants a value");
    assertThatThrownBy(() -> CommandLine.of("-c", "stage")).hasMessageContaining("not stage");
  }
}

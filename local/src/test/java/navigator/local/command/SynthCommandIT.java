package navigator.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SynthCommandIT {

  @TempDir private Path output;

  @BeforeEach
  void atTheProjectsDirectory() {
    System.setProperty(Home.PROPERTY, "..");
  }

  @AfterEach
  void elsewhereAgain() {
    System.clearProperty(Home.PROPERTY);
  }

  @Test
  void aContextThatTheAppRefusesIsAWrongCommandLine() {
    assertThat(synth("-c", "stage=nowhere")).isEqualTo(CommandLine.ExitCode.USAGE);
    assertThat(output).isEmptyDirectory();
  }

  @Test
  void eachStageIsAStackOfItsOwn() {
    assertThat(synth("-c", "stage=prod")).isEqualTo(CommandLine.ExitCode.OK);
    assertThat(output.resolve("LearningNavigatorProd.template.json")).exists();
  }

  private int synth(String... context) {
    return new CommandLine(new SynthCommand())
        .execute(
            Stream.concat(Stream.of(context), Stream.of("--output", output.toString()))
                .toArray(String[]::new));
  }
}

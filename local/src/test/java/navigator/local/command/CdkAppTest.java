package navigator.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CdkAppTest {

  private static final Home HOME = new Home(Path.of("/home/ada/my projects/navigator"));

  @Test
  void isToldTheContextAndWhereTheAssemblyGoes() {
    var command =
        new CdkApp(HOME).process(Map.of("stage", "prod"), Path.of("/home/ada/out")).command();

    assertThat(command)
        .endsWith("navigator.infra.NavigatorApp", "-c", "stage=prod", "--output", "/home/ada/out");
  }

  @Test
  void runsOnItsOwnClassPathWhereverTheProjectLies() {
    var process = new CdkApp(HOME).process(Map.of(), Path.of("/home/ada/out"));

    assertThat(process.directory()).hasToString("/home/ada/my projects/navigator/infra");
    assertThat(process.command())
        .contains(
            "/home/ada/my projects/navigator/infra/target/classes:/home/ada/my"
                + " projects/navigator/infra/target/lib/*");
  }

  @Test
  void goesBesideWhatTheLocalRuntimeRuns() {
    assertThat(SynthCommand.output(HOME, null, Map.of()))
        .hasToString("/home/ada/my projects/navigator/infra/target/cdk.deploy.out")
        .isNotEqualTo(HOME.cloudAssembly());
  }

  @Test
  void goesWhereTheCdkCliSays() {
    assertThat(SynthCommand.output(HOME, null, Map.of("CDK_OUTDIR", "/home/ada/cli")))
        .hasToString("/home/ada/cli");
  }

  @Test
  void goesWhereItsUserSaysFirstOfAll() {
    assertThat(
            SynthCommand.output(
                HOME, Path.of("/home/ada/mine"), Map.of("CDK_OUTDIR", "/home/ada/cli")))
        .hasToString("/home/ada/mine");
  }
}

package navigator.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CdkAppTest {

  private static final Home HOME = new Home(Path.of("/work space/navigator"));

  @Test
  void isToldTheContextAndWhereTheAssemblyGoes() {
    var command = new CdkApp(HOME).process(Map.of("stage", "prod"), Path.of("/tmp/out")).command();

    assertThat(command)
        .endsWith("navigator.infra.NavigatorApp", "-c", "stage=prod", "--output", "/tmp/out");
  }

  @Test
  void runsOnItsOwnClassPathWhereverTheProjectLies() {
    var process = new CdkApp(HOME).process(Map.of(), Path.of("/tmp/out"));

    assertThat(process.directory()).hasToString("/work space/navigator/infra");
    assertThat(process.command())
        .contains(
            "/work space/navigator/infra/target/classes:/work space/navigator/infra/target/lib/*");
  }

  @Test
  void goesBesideWhatTheLocalRuntimeRuns() {
    assertThat(SynthCommand.output(HOME, null, Map.of()))
        .hasToString("/work space/navigator/infra/target/cdk.deploy.out")
        .isNotEqualTo(HOME.cloudAssembly());
  }

  @Test
  void goesWhereTheCdkCliSays() {
    assertThat(SynthCommand.output(HOME, null, Map.of("CDK_OUTDIR", "/tmp/cli")))
        .hasToString("/tmp/cli");
  }

  @Test
  void goesWhereItsUserSaysFirstOfAll() {
    assertThat(SynthCommand.output(HOME, Path.of("/tmp/mine"), Map.of("CDK_OUTDIR", "/tmp/cli")))
        .hasToString("/tmp/mine");
  }
}

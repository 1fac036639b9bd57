package navigator.bench.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Some dead letters are replayed by a process that is killed, and by another. */
class ReplayBenchmarkIT {

  private static final Path ASSEMBLY = Path.of("../infra/target/cdk.out");

  @TempDir private Path scratch;

  @Test
  void nothingIsLostAndNothingIsEffectiveTwice() throws Exception {
    ReplaySizes sizes = new ReplaySizes(60, 1);

    // By this seed's plan the driver dies before the last are settled, which may be all at once.
    ReplayResult result = new ReplayBenchmark(sizes, 4).run(ASSEMBLY, scratch, (_, _) -> {});

    assertThat(result.faults()).isEmpty();
    assertThat(result.findings().answered()).isEqualTo(60);
    assertThat(result.run().killedAt()).hasSize(1);
    assertThat(result.run().standstills()).hasSize(1);
    assertThat(result.times().firstPage().queries()).isPositive();
  }
}

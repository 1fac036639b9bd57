package navigator.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ParentDeathIT {
  @TempDir Path directory;

  @Test
  void noFunctionOutlivesAParentThatIsKilled() throws Exception {
    var parent = startParent();
    try {
      var children = pids(parent);
      assertThat(children).hasSize(2).allMatch(pid -> ProcessHandle.of(pid).isPresent());

      parent.destroyForcibly();

      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> children.stream().allMatch(pid -> ProcessHandle.of(pid).isEmpty()));
    } finally {
      parent.destroyForcibly();
    }
  }

  private Process startParent() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            LambdaParent.class.getName(),
            directory.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  // What logs say of themselves may come before it.
  private static List<Long> pids(Process parent) {
    var line =
        parent.inputReader().lines().filter(text -> text.matches("[0-9 ]+")).findFirst().orElse("");
    return Stream.of(line.split(" ")).map(Long::valueOf).toList();
  }
}

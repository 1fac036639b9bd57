package navigator.infra;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awscdk.App;

/**
 * The two cloud assemblies that the build makes: the stack as it is deployed by default, and the
 * same stack with shorter times. One process makes both, since starting the CDK takes longer than
 * using it.
 */
public final class Assemblies {

  private Assemblies() {}

  /**
   * Synthesizes both.
   *
   * @param directories of the first and of the second
   */
  public static void main(String[] directories) throws IOException {
    synthesize(StackSettings.defaults(), Path.of(directories[0]));
    synthesize(StackSettings.forTests(), Path.of(directories[1]));
  }

  private static void synthesize(StackSettings settings, Path directory) throws IOException {
    empty(directory);
    App app = NavigatorApp.app(Map.of(), directory);
    new NavigatorStack(app, settings);
    app.synth();
  }

  /** The CDK never deletes: without this, every build would leave its archives behind. */
  private static void empty(Path directory) throws IOException {
    if (Files.isDirectory(directory)) {
      try (Stream<Path> files = Files.list(directory)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
    }
  }
}

package navigator.infra;

import java.nio.file.Path;
import java.util.Map;

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
  public static void main(String[] directories) {
    synthesize(StackSettings.defaults(), Path.of(directories[0]));
    synthesize(StackSettings.forTests(), Path.of(directories[1]));
  }

  private static void synthesize(StackSettings settings, Path directory) {
    var app = NavigatorApp.app(Map.of(), directory);
    new NavigatorStack(app, settings);
    app.synth();
  }
}

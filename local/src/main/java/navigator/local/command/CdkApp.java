package navigator.local.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The CDK app, run in a process of its own, with what it says on standard error. */
final class CdkApp {

  /** The variable with which the CDK CLI says where the cloud assembly goes. */
  static final String OUTPUT_VARIABLE = "CDK_OUTDIR";

  private final Home home;

  CdkApp(Home home) {
    this.home = home;
  }

  /**
   * Synthesizes the stack.
   *
   * @param context CDK context, beside what the CDK CLI passes in the environment
   * @param output where the cloud assembly goes
   * @return the app's exit code
   * @throws CommandFailed if it cannot be run
   */
  int run(Map<String, String> context, Path output) throws InterruptedException {
    try {
      Process app = process(context, output).start();
      app.getOutputStream().close();
      app.getInputStream().transferTo(System.err);
      return app.waitFor();
    } catch (IOException e) {
      throw new CommandFailed("the CDK app did not run: " + e.getMessage(), e);
    }
  }

  ProcessBuilder process(Map<String, String> context, Path output) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of("-cp", home.infraClassPath(), "navigator.infra.NavigatorApp"));
    context.forEach((key, value) -> command.addAll(List.of("-c", key + "=" + value)));
    command.addAll(List.of("--output", output.toString()));
    ProcessBuilder app = new ProcessBuilder(command);
    app.directory(home.infra().toFile());
    // What jsii says of its own releases is nothing that its user can act on.
    app.environment().put("JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION", "20");
    app.environment().put("JSII_DEPRECATED", "quiet");
    // The CDK CLI reads nothing from standard output: all that is said is for people.
    app.redirectErrorStream(true);
    return app;
  }
}

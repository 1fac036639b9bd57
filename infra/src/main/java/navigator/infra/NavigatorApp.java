package navigator.infra;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;

/**
 * The CDK app. Synthesizes the stack into the cloud assembly that the toolkit asks for ({@code
 * CDK_OUTDIR}), with the context that it was given ({@code CDK_CONTEXT_JSON}), or those of its own
 * command line: {@code [-c key=value]... [--output DIR]}.
 */
public final class NavigatorApp {

  private static final int FAILED = 1;
  private static final int USAGE = 2;

  private NavigatorApp() {}

  /** Exits with 2 if an argument or a context value is wrong, and with 1 if the code is missing. */
  public static void main(String[] arguments) {
    try {
      CommandLine line = CommandLine.of(arguments);
      App app = app(line.context(), outputDirectory(line));
      new NavigatorStack(app, new Context(contextOf(app)).settings());
      app.synth();
    } catch (IllegalArgumentException e) {
      exit(USAGE, e);
    } catch (IllegalStateException e) {
      exit(FAILED, e);
    }
  }

  /** An app with the feature flags and the given context, which the toolkit's own may override. */
  static App app(Map<String, String> context, Path outputDirectory) {
    Map<String, Object> all = new HashMap<>(FeatureFlags.ALL);
    all.putAll(context);
    return new App(
        AppProps.builder()
            .context(all)
            .outdir(outputDirectory.toString())
            .analyticsReporting(false)
            .stackTraces(false)
            .build());
  }

  private static Path outputDirectory(CommandLine line) {
    return line.output()
        .or(() -> Optional.ofNullable(System.getenv("CDK_OUTDIR")).map(Path::of))
        .orElse(Path.of("cdk.out"));
  }

  private static Map<String, Object> contextOf(App app) {
    Map<String, Object> context = new HashMap<>();
    ((Map<?, ?>) app.getNode().getAllContext())
        .forEach((key, value) -> context.put(String.valueOf(key), value));
    return context;
  }

  private static void exit(int status, RuntimeException reason) {
    System.err.println(reason.getMessage());
    System.exit(status);
  }
}

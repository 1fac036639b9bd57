package navigator.infra;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;

/**
 * The CDK app. Synthesizes the stack into the cloud assembly that the toolkit asks for ({@code
 * CDK_OUTDIR}), with the context that it was given ({@code CDK_CONTEXT_JSON}), or those of its own
 * command line: {@code [-c key=value]... [--output DIR]}.
 */
public final class NavigatorApp {

  private static final int USAGE = 64;

  private NavigatorApp() {}

  public static void main(String[] arguments) {
    try {
      CommandLine line = CommandLine.of(arguments);
      App app = app(line.context(), outputDirectory(line));
      new NavigatorStack(app, new Context(chosen(app)).settings());
      app.synth();
    } catch (IllegalArgumentException | IllegalStateException e) {
      System.err.println(e.getMessage());
      System.exit(USAGE);
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
            .build());
  }

  private static Path outputDirectory(CommandLine line) {
    return line.output()
        .or(() -> Optional.ofNullable(System.getenv("CDK_OUTDIR")).map(Path::of))
        .orElse(Path.of("cdk.out"));
  }

  private static Map<String, Object> chosen(App app) {
    return ((Map<?, ?>) app.getNode().getAllContext())
        .entrySet().stream()
            .collect(
                Collectors.toMap(
                    entry -> String.valueOf(entry.getKey()),
                    Map.Entry::getValue,
                    (a, b) -> b,
                    LinkedHashMap::new));
  }
}

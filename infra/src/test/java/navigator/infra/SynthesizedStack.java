package navigator.infra;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Aspects;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Annotations;
import software.amazon.awscdk.assertions.Template;

/**
 * The template of a stack and what cdk-nag found in it. Each settings are synthesized once a
 * process, since that takes seconds.
 */
record SynthesizedStack(SynthesizedTemplate template, Annotations findings) {

  private static final Map<StackSettings, SynthesizedStack> ALL = new ConcurrentHashMap<>();

  static SynthesizedStack of(StackSettings settings) {
    return ALL.computeIfAbsent(settings, chosen -> inspected(new NavigatorStack(app(), chosen)));
  }

  /** The same for a stack of another kind. */
  static SynthesizedStack inspected(Stack stack) {
    Aspects.of(stack).add(AwsSolutionsChecks.Builder.create().verbose(true).build());
    var json = new ObjectMapper().valueToTree(Template.fromStack(stack).toJSON());
    return new SynthesizedStack(new SynthesizedTemplate(json), Annotations.fromStack(stack));
  }

  static App app() {
    return new App(
        AppProps.builder()
            .context(FeatureFlags.ALL)
            .analyticsReporting(false)
            .stackTraces(false)
            .build());
  }
}

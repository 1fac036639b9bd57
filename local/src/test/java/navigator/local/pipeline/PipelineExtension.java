package navigator.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the one {@link Pipeline} of this run, and looks after each whether anything that
 * passed was not as specified, or said what is nobody's business.
 */
final class PipelineExtension implements ParameterResolver, AfterEachCallback {

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Pipeline.class;
  }

  @Override
  public Pipeline resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return pipeline(context);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    var pipeline = pipeline(context);
    assertThat(pipeline.record().contractFaults()).isEmpty();
    assertThat(pipeline.record().linesWithPrivateText()).isEmpty();
  }

  private static Pipeline pipeline(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(Namespace.create(PipelineExtension.class))
        .computeIfAbsent(Pipeline.class, type -> Pipeline.start(), Pipeline.class);
  }
}

package navigator.infra;

import java.util.List;
import navigator.contracts.metric.FunctionName;
import software.amazon.awscdk.services.apigatewayv2.HttpApi;
import software.amazon.awscdk.services.lambda.Function;
import software.constructs.Construct;

/** What AWS counts for us: the calls of functions and API, and what lies in the last queues. */
record Observed(List<PipelineFunction> functions, List<FailureQueue> failureQueues, HttpApi api) {

  Observed {
    functions = List.copyOf(functions);
    failureQueues = List.copyOf(failureQueues);
  }

  /** With every function in {@code stack}. */
  static Observed in(Construct stack, List<FailureQueue> failureQueues, HttpApi api) {
    List<PipelineFunction> functions =
        stack.getNode().findAll().stream()
            .filter(PipelineFunction.class::isInstance)
            .map(PipelineFunction.class::cast)
            .toList();
    return new Observed(functions, failureQueues, api);
  }

  /** The function of that name. */
  Function function(FunctionName name) {
    return functions.stream()
        .filter(f -> name.physicalName().equals("learning-navigator-" + f.name()))
        .map(PipelineFunction::function)
        .findFirst()
        .orElseThrow();
  }
}

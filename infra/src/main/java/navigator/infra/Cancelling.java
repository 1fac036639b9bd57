package navigator.infra;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import navigator.contracts.environment.Variable;
import software.amazon.awscdk.services.lambda.Alias;
import software.constructs.Construct;

/** Cancels a request for its owner. */
final class Cancelling extends Construct {

  private final PipelineFunction function;

  Cancelling(Construct scope, ChatTable table, StackSettings settings) {
    super(scope, "Cancelling");
    FunctionSpec spec =
        new FunctionSpec(
            "cancel",
            Archive.PERSISTENCE,
            "navigator.persistence.lambda.CancelHandler",
            FunctionSpec.INTERACTIVE_MEGABYTES,
            Duration.ofSeconds(15),
            Map.of(Variable.TABLE_NAME, table.name()),
            List.of(Allow.on(table.arn(), "dynamodb:GetItem", "dynamodb:UpdateItem")));
    function = new PipelineFunction(this, spec, settings);
  }

  Alias alias() {
    return function.alias();
  }
}

package navigator.infra;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import navigator.contracts.environment.Variable;
import software.amazon.awscdk.services.lambda.Alias;
import software.constructs.Construct;

/** Deletes a conversation for its owner. */
final class Deletion extends Construct {

  private final PipelineFunction function;

  Deletion(Construct scope, ChatTable table, StackSettings settings) {
    super(scope, "Deletion");
    FunctionSpec spec =
        new FunctionSpec(
            "delete-conversation",
            Archive.PERSISTENCE,
            "navigator.persistence.lambda.DeleteConversationHandler",
            FunctionSpec.INTERACTIVE_MEGABYTES,
            Duration.ofSeconds(15),
            Map.of(Variable.TABLE_NAME, table.name()),
            List.of(
                Allow.on(
                    table.arn(), "dynamodb:GetItem", "dynamodb:Query", "dynamodb:UpdateItem")));
    function = new PipelineFunction(this, spec, settings);
  }

  Alias alias() {
    return function.alias();
  }
}

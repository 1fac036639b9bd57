package navigator.infra;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import navigator.contracts.environment.Variable;
import navigator.contracts.table.Attribute;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.lambda.Alias;
import software.constructs.Construct;

/** What clients poll: the status of a request, and conversations with their messages. */
final class Reading extends Construct {

  private final PipelineFunction status;
  private final PipelineFunction conversations;

  Reading(Construct scope, ChatTable table, StackSettings settings) {
    super(scope, "Reading");
    status =
        reader(
            "Status",
            spec(
                "status",
                "navigator.persistence.lambda.StatusHandler",
                table,
                List.of(Allow.on(table.arn(), "dynamodb:GetItem"))),
            settings);
    conversations =
        reader(
            "Conversations",
            spec(
                "conversations",
                "navigator.persistence.lambda.ConversationsHandler",
                table,
                List.of(
                    Allow.on(table.arn(), "dynamodb:GetItem", "dynamodb:Query"),
                    Allow.on(table.indexArn(Attribute.USER_INDEX), "dynamodb:Query"))),
            settings);
  }

  Alias status() {
    return status.alias();
  }

  Alias conversations() {
    return conversations.alias();
  }

  private PipelineFunction reader(String id, FunctionSpec spec, StackSettings settings) {
    return new PipelineFunction(new Construct(this, id), spec, settings);
  }

  private static FunctionSpec spec(
      String name, String handler, ChatTable table, List<PolicyStatement> allowed) {
    return new FunctionSpec(
        name,
        Archive.PERSISTENCE,
        handler,
        FunctionSpec.INTERACTIVE_MEGABYTES,
        Duration.ofSeconds(15),
        Map.of(Variable.TABLE_NAME, table.name()),
        allowed);
  }
}

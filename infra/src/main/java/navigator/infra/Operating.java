package navigator.infra;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import navigator.contracts.environment.Variable;
import navigator.contracts.table.Attribute;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.lambda.Alias;
import software.constructs.Construct;

/** Answers operators: what failed, what waits, who did what, and replays. */
final class Operating extends Construct {

  /** Just below the API's own limit; a plan counts for ten seconds. */
  private static final Duration TIMEOUT = Duration.ofSeconds(29);

  private final PipelineFunction function;

  Operating(
      Construct scope,
      ChatTable table,
      ChatQueues queues,
      Outcomes outcomes,
      StackSettings settings) {
    super(scope, "Operating");
    function = new PipelineFunction(this, spec(table, queues, outcomes), settings);
  }

  Alias alias() {
    return function.alias();
  }

  private static FunctionSpec spec(ChatTable table, ChatQueues queues, Outcomes outcomes) {
    return new FunctionSpec(
        "ops",
        Archive.OPS,
        "navigator.ops.lambda.OpsHandler",
        FunctionSpec.INTERACTIVE_MEGABYTES,
        TIMEOUT,
        Map.of(
            Variable.TABLE_NAME, table.name(),
            Variable.REQUEST_QUEUE_URL, queues.requests().getQueueUrl(),
            Variable.DEAD_LETTER_QUEUE_URL, queues.deadLetters().getQueueUrl(),
            Variable.DEAD_LETTERS_FAILED_QUEUE_URL, queues.deadLettersFailed().getQueueUrl(),
            Variable.OUTCOME_EVENTS_FAILED_QUEUE_URL, outcomes.undelivered().getQueueUrl(),
            Variable.OUTCOME_INVOKES_FAILED_QUEUE_URL, outcomes.unprocessed().getQueueUrl()),
        allowed(table, queues, outcomes));
  }

  private static List<PolicyStatement> allowed(
      ChatTable table, ChatQueues queues, Outcomes outcomes) {
    return List.of(
        Allow.on(
            List.of(table.indexArn(Attribute.PENDING_INDEX), table.indexArn(Attribute.USER_INDEX)),
            "dynamodb:Query"),
        Allow.on(
            table.arn(),
            "dynamodb:BatchGetItem",
            "dynamodb:GetItem",
            "dynamodb:PutItem",
            "dynamodb:Query",
            "dynamodb:UpdateItem"),
        Allow.on(
            List.of(
                queues.requests().getQueueArn(),
                queues.deadLetters().getQueueArn(),
                queues.deadLettersFailed().getQueueArn(),
                outcomes.undelivered().getQueueArn(),
                outcomes.unprocessed().getQueueArn()),
            "sqs:GetQueueAttributes"));
  }
}

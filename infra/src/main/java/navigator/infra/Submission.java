package navigator.infra;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import navigator.contracts.environment.Variable;
import software.amazon.awscdk.services.lambda.Alias;
import software.constructs.Construct;

/** Accepts a request: stores it, then queues it. */
final class Submission extends Construct {

  private final PipelineFunction function;

  Submission(Construct scope, ChatTable table, ChatQueues queues, StackSettings settings) {
    super(scope, "Submission");
    IdempotencyTable keys = new IdempotencyTable(this, settings.stage());
    FunctionSpec spec =
        new FunctionSpec(
            "submit",
            Archive.INGEST,
            "navigator.ingest.lambda.SubmitHandler",
            FunctionSpec.INTERACTIVE_MEGABYTES,
            Duration.ofSeconds(15),
            environment(table, keys, queues, settings),
            List.of(
                Allow.on(
                    table.arn(),
                    "dynamodb:GetItem",
                    "dynamodb:BatchGetItem",
                    "dynamodb:PutItem",
                    "dynamodb:UpdateItem"),
                Allow.on(
                    keys.arn(), "dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem"),
                Allow.on(
                    queues.requests().getQueueArn(), "sqs:SendMessage", "sqs:GetQueueAttributes")));
    function = new PipelineFunction(this, spec, settings);
  }

  private static Map<String, String> environment(
      ChatTable table, IdempotencyTable keys, ChatQueues queues, StackSettings settings) {
    PerUser users = settings.capacity().users();
    Map<String, String> environment =
        new TreeMap<>(
            Map.of(
                Variable.TABLE_NAME, table.name(),
                Variable.IDEMPOTENCY_TABLE_NAME, keys.name(),
                Variable.REQUEST_QUEUE_URL, queues.requests().getQueueUrl(),
                Variable.DEFAULT_DEADLINE, settings.timing().defaultDeadline().toString(),
                Variable.USER_REQUESTS_PER_MINUTE, String.valueOf(users.requestsPerMinute()),
                Variable.USER_PENDING_REQUESTS, String.valueOf(users.pending()),
                Variable.RETENTION, settings.retention().messages().toString()));
    environment.putAll(settings.pace());
    return environment;
  }

  Alias alias() {
    return function.alias();
  }
}

package navigator.infra;

import java.util.List;
import java.util.Map;
import navigator.contracts.environment.Variable;
import navigator.contracts.table.Attribute;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.events.Rule;
import software.amazon.awscdk.services.events.Schedule;
import software.amazon.awscdk.services.events.targets.LambdaFunction;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.EventInvokeConfigOptions;
import software.constructs.Construct;

/** Drives the replays of dead letters, every minute until the next. */
final class Replaying extends Construct {

  /** A missed minute is not made up for: the next one finds the same replays. */
  private static final int RETRIES = 0;

  /** A minute of driving but for the start of the next, and the time to end the last step. */
  private static final java.time.Duration TIMEOUT = java.time.Duration.ofSeconds(75);

  Replaying(Construct scope, ChatTable table, ChatQueues queues, StackSettings settings) {
    super(scope, "Replaying");
    Alias driver = new PipelineFunction(this, spec(table, queues), settings).alias();
    driver.configureAsyncInvoke(
        EventInvokeConfigOptions.builder()
            .retryAttempts(RETRIES)
            .maxEventAge(Duration.minutes(1))
            .build());
    Rule.Builder.create(this, "Schedule")
        .ruleName("learning-navigator-replay")
        .schedule(Schedule.rate(Duration.minutes(1)))
        .targets(
            List.of(
                LambdaFunction.Builder.create(driver)
                    .retryAttempts(RETRIES)
                    .maxEventAge(Duration.minutes(1))
                    .build()))
        .build();
  }

  private static FunctionSpec spec(ChatTable table, ChatQueues queues) {
    return new FunctionSpec(
        "replay",
        Archive.OPS,
        "navigator.ops.lambda.ReplayHandler",
        FunctionSpec.BACKGROUND_MEGABYTES,
        TIMEOUT,
        Map.of(
            Variable.TABLE_NAME, table.name(),
            Variable.REQUEST_QUEUE_URL, queues.requests().getQueueUrl()),
        List.of(
            Allow.on(table.indexArn(Attribute.PENDING_INDEX), "dynamodb:Query"),
            Allow.on(
                table.arn(),
                "dynamodb:BatchGetItem",
                "dynamodb:GetItem",
                "dynamodb:PutItem",
                "dynamodb:Query",
                "dynamodb:UpdateItem"),
            Allow.on(queues.requests().getQueueArn(), "sqs:SendMessage")));
  }
}

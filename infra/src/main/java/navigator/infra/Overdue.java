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

/** Ends the requests that are past their deadline, and finishes deletions, every minute. */
final class Overdue extends Construct {

  /** A missed minute is not made up for: the next one finds the same requests. */
  private static final int RETRIES = 0;

  Overdue(Construct scope, ChatTable table, StackSettings settings) {
    super(scope, "Overdue");
    Alias sweeper = new PipelineFunction(this, spec(table, settings), settings).alias();
    sweeper.configureAsyncInvoke(
        EventInvokeConfigOptions.builder()
            .retryAttempts(RETRIES)
            .maxEventAge(Duration.minutes(1))
            .build());
    Rule.Builder.create(this, "Schedule")
        .ruleName("learning-navigator-overdue")
        .schedule(Schedule.rate(Duration.minutes(1)))
        .targets(
            List.of(
                LambdaFunction.Builder.create(sweeper)
                    .retryAttempts(RETRIES)
                    .maxEventAge(Duration.minutes(1))
                    .build()))
        .build();
  }

  private static FunctionSpec spec(ChatTable table, StackSettings settings) {
    return new FunctionSpec(
        "overdue",
        Archive.PERSISTENCE,
        "navigator.persistence.lambda.OverdueHandler",
        FunctionSpec.BACKGROUND_MEGABYTES,
        java.time.Duration.ofSeconds(55),
        Map.of(
            Variable.TABLE_NAME, table.name(),
            Variable.RETENTION, settings.retention().messages().toString(),
            Variable.DEAD_LETTER_RETENTION, settings.retention().deadLetters().toString()),
        List.of(
            Allow.on(table.indexArn(Attribute.PENDING_INDEX), "dynamodb:Query"),
            Allow.on(
                table.arn(),
                "dynamodb:GetItem",
                "dynamodb:PutItem",
                "dynamodb:Query",
                "dynamodb:UpdateItem")));
  }
}

package navigator.infra;

import java.util.List;
import java.util.Map;
import navigator.contracts.environment.Variable;
import navigator.contracts.event.ChatEvents;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.events.EventBus;
import software.amazon.awscdk.services.events.EventPattern;
import software.amazon.awscdk.services.events.Rule;
import software.amazon.awscdk.services.events.targets.LambdaFunction;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.EventInvokeConfigOptions;
import software.amazon.awscdk.services.lambda.destinations.SqsDestination;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.constructs.Construct;

/**
 * Persists the outcomes that the bus carries. An event can be lost twice on its way: before it is
 * in the function's own queue, which the rule retries, and after, which Lambda retries; each has a
 * queue for what it gave up.
 */
final class Outcomes extends Construct {

  /** EventBridge's most, and a day of it. */
  private static final int RULE_RETRIES = 185;

  /** Lambda's most. */
  private static final int INVOKE_RETRIES = 2;

  private final StackSettings settings;
  private final Queue undelivered;
  private final Queue unprocessed;

  Outcomes(Construct scope, EventBus bus, ChatTable table, StackSettings settings) {
    super(scope, "Outcomes");
    this.settings = settings;
    undelivered = failures("EventsFailed", "chat-outcome-events-failed");
    unprocessed = failures("InvokesFailed", "chat-outcome-invokes-failed");
    Alias writer = new PipelineFunction(this, spec(table), settings).alias();
    writer.configureAsyncInvoke(
        EventInvokeConfigOptions.builder()
            .retryAttempts(INVOKE_RETRIES)
            .maxEventAge(Duration.hours(6))
            .onFailure(new SqsDestination(unprocessed))
            .build());
    Rule.Builder.create(this, "Rule")
        .ruleName("learning-navigator-outcomes")
        .eventBus(bus)
        .eventPattern(outcomes())
        .targets(List.of(target(writer)))
        .build();
  }

  /** Events that EventBridge could not hand to the function. */
  Queue undelivered() {
    return undelivered;
  }

  /** Events that the function failed to process. */
  Queue unprocessed() {
    return unprocessed;
  }

  private static EventPattern outcomes() {
    return EventPattern.builder()
        .source(List.of(ChatEvents.SOURCE))
        .detailType(List.of(ChatEvents.CHAT_ANSWERED, ChatEvents.CHAT_FELL_BACK))
        .build();
  }

  private LambdaFunction target(Alias writer) {
    return LambdaFunction.Builder.create(writer)
        .retryAttempts(RULE_RETRIES)
        .maxEventAge(Duration.hours(24))
        .deadLetterQueue(undelivered)
        .build();
  }

  private FunctionSpec spec(ChatTable table) {
    return new FunctionSpec(
        "outcome",
        Archive.PERSISTENCE,
        "navigator.persistence.lambda.OutcomeHandler",
        FunctionSpec.BACKGROUND_MEGABYTES,
        java.time.Duration.ofSeconds(15),
        Map.of(
            Variable.TABLE_NAME, table.name(),
            Variable.RETENTION, settings.retention().messages().toString(),
            Variable.DEAD_LETTER_RETENTION, settings.retention().deadLetters().toString()),
        List.of(
            Allow.on(table.arn(), "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem"),
            Allow.on(unprocessed.getQueueArn(), "sqs:SendMessage")));
  }

  private Queue failures(String id, String name) {
    Queue queue =
        Queue.Builder.create(this, id)
            .queueName(name)
            .retentionPeriod(Duration.seconds(settings.retention().failed().toSeconds()))
            .encryption(QueueEncryption.SQS_MANAGED)
            .enforceSsl(true)
            .removalPolicy(settings.stage().removalPolicy())
            .build();
    Suppress.finding(queue, "AwsSolutions-SQS3", "It is a dead-letter queue, of events.");
    return queue;
  }
}

package navigator.infra;

import java.util.List;
import java.util.Map;
import navigator.contracts.environment.Variable;
import software.amazon.awscdk.services.events.EventBus;
import software.amazon.awscdk.services.lambda.eventsources.SqsEventSource;
import software.constructs.Construct;

/** Takes dead letters from their queue and publishes the fallback reply. */
final class Fallback extends Construct {

  private static final int BATCH_SIZE = 10;

  /** The least that SQS allows: nobody waits for a fallback reply that waits already. */
  private static final int MAX_CONCURRENCY = 2;

  Fallback(
      Construct scope,
      ChatTable table,
      ChatQueues queues,
      EventBus outcomes,
      StackSettings settings) {
    super(scope, "Fallback");
    FunctionSpec spec =
        new FunctionSpec(
            "dead-letter",
            Archive.INFERENCE,
            "navigator.inference.lambda.DeadLetterHandler",
            FunctionSpec.BACKGROUND_MEGABYTES,
            // Ten letters in order, each a few calls that may be slow.
            settings.timing().workerTimeout(),
            Map.of(
                Variable.TABLE_NAME, table.name(),
                Variable.EVENT_BUS_NAME, outcomes.getEventBusName(),
                Variable.MODEL_ID, settings.answering().model().id(),
                Variable.RETENTION, settings.retention().messages().toString(),
                Variable.DEAD_LETTER_RETENTION, settings.retention().deadLetters().toString()),
            List.of(
                Allow.on(
                    queues.deadLetters().getQueueArn(),
                    "sqs:ReceiveMessage",
                    "sqs:DeleteMessage",
                    "sqs:GetQueueAttributes"),
                Allow.on(table.arn(), "dynamodb:Query", "dynamodb:PutItem", "dynamodb:UpdateItem"),
                Allow.on(outcomes.getEventBusArn(), "events:PutEvents")));
    new PipelineFunction(this, spec, settings)
        .alias()
        .addEventSource(
            SqsEventSource.Builder.create(queues.deadLetters())
                .batchSize(BATCH_SIZE)
                .reportBatchItemFailures(true)
                .maxConcurrency(MAX_CONCURRENCY)
                .build());
  }
}

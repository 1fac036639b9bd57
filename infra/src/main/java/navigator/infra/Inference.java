package navigator.infra;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import navigator.contracts.environment.Variable;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.services.events.EventBus;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.lambda.eventsources.SqsEventSource;
import software.constructs.Construct;

/** Takes requests from their queue, asks the model, and publishes its answers. */
final class Inference extends Construct {

  /**
   * Quota tokens a minute, some two calls a second: where the search for a quota that nobody told
   * begins. It grows by half every ten seconds, so a large account is found soon; a small one
   * answers a few calls with a 429, and not dozens.
   */
  private static final int FIRST_TRIED = 400_000;

  private final ChatTable table;
  private final ChatQueues queues;
  private final EventBus outcomes;
  private final StackSettings settings;

  Inference(
      Construct scope,
      ChatTable table,
      ChatQueues queues,
      EventBus outcomes,
      StackSettings settings) {
    super(scope, "Inference");
    this.table = table;
    this.queues = queues;
    this.outcomes = outcomes;
    this.settings = settings;
    new PipelineFunction(this, spec(), settings)
        .alias()
        .addEventSource(
            SqsEventSource.Builder.create(queues.requests())
                .batchSize(Capacity.BATCH_SIZE)
                .reportBatchItemFailures(true)
                .maxConcurrency(settings.capacity().workers())
                .build());
  }

  private FunctionSpec spec() {
    Capacity capacity = settings.capacity();
    return new FunctionSpec(
        "inference",
        Archive.INFERENCE,
        "navigator.inference.lambda.InferenceHandler",
        FunctionSpec.INTERACTIVE_MEGABYTES,
        settings.timing().workerTimeout(),
        environment(),
        allowed(),
        // What the mapping may use, so that no other function's load throttles the worker.
        capacity.reservation(capacity.workers()));
  }

  private SortedMap<String, String> environment() {
    SortedMap<String, String> environment = new TreeMap<>();
    environment.putAll(places());
    environment.putAll(times());
    environment.putAll(answering());
    environment.putAll(quota());
    environment.put(Variable.RETENTION, settings.retention().messages().toString());
    return environment;
  }

  private Map<String, String> places() {
    return Map.of(
        Variable.TABLE_NAME, table.name(),
        Variable.REQUEST_QUEUE_URL, queues.requests().getQueueUrl(),
        Variable.DEAD_LETTER_QUEUE_URL, queues.deadLetters().getQueueUrl(),
        Variable.EVENT_BUS_NAME, outcomes.getEventBusName());
  }

  private Map<String, String> times() {
    Timing timing = settings.timing();
    return Map.of(
        Variable.MODEL_CALL_TIMEOUT, timing.modelCallTimeout().toString(),
        Variable.MODEL_CALL_BUDGET, timing.modelCallBudget().toString(),
        Variable.MAX_IN_PROCESS_WAIT, timing.maxInProcessWait().toString(),
        Variable.CLAIM_LEASE, timing.claimLease().toString(),
        Variable.VISIBILITY_TIMEOUT, timing.visibilityTimeout().toString());
  }

  private Map<String, String> answering() {
    Answering answering = settings.answering();
    Map<String, String> variables =
        new TreeMap<>(
            Map.of(
                Variable.MODEL_ID, answering.model().id(),
                Variable.MAX_OUTPUT_TOKENS, String.valueOf(answering.maxOutputTokens()),
                Variable.MAX_ATTEMPTS, String.valueOf(answering.maxAttempts()),
                Variable.HISTORY_MESSAGES, String.valueOf(answering.historyMessages()),
                Variable.HISTORY_TOKENS, String.valueOf(answering.historyTokens())));
    answering
        .guardrail()
        .ifPresent(
            guardrail -> {
              variables.put(Variable.GUARDRAIL_ID, guardrail.id());
              variables.put(Variable.GUARDRAIL_VERSION, guardrail.version());
            });
    return variables;
  }

  private Map<String, String> quota() {
    Answering answering = settings.answering();
    ModelQuota quota = answering.quota();
    Map<String, String> variables =
        new TreeMap<>(
            Map.of(
                Variable.QUOTA_TOKENS_PER_MINUTE, String.valueOf(quota.tokensPerMinute()),
                Variable.QUOTA_REQUESTS_PER_MINUTE, String.valueOf(quota.requestsPerMinute()),
                Variable.QUOTA_START, String.valueOf(FIRST_TRIED),
                Variable.QUOTA_BURNDOWN, String.valueOf(answering.model().burndown()),
                Variable.QUOTA_FLEET, String.valueOf(settings.capacity().workers()),
                Variable.QUOTA_MINUTE, Duration.ofMinutes(1).toString()));
    answering.furtherVariable().ifPresent(list -> variables.put(Variable.FURTHER_MODELS, list));
    return variables;
  }

  private List<PolicyStatement> allowed() {
    List<PolicyStatement> statements = new ArrayList<>();
    statements.add(
        Allow.on(
            queues.requests().getQueueArn(),
            "sqs:ReceiveMessage",
            "sqs:DeleteMessage",
            "sqs:ChangeMessageVisibility",
            "sqs:GetQueueAttributes"));
    statements.add(
        Allow.on(
            table.arn(),
            "dynamodb:GetItem",
            "dynamodb:BatchGetItem",
            "dynamodb:Query",
            "dynamodb:PutItem",
            "dynamodb:UpdateItem"));
    statements.add(Allow.on(modelArns(), "bedrock:InvokeModel"));
    settings.answering().guardrail().map(Inference::applying).ifPresent(statements::add);
    statements.add(Allow.on(outcomes.getEventBusArn(), "events:PutEvents"));
    statements.add(Allow.on(queues.deadLetters().getQueueArn(), "sqs:SendMessage"));
    return statements;
  }

  private List<String> modelArns() {
    return settings
        .answering()
        .models()
        .flatMap(model -> model.arns(Aws.PARTITION, Aws.REGION, Aws.ACCOUNT_ID).stream())
        .distinct()
        .toList();
  }

  private static PolicyStatement applying(Answering.Guardrail guardrail) {
    return Allow.on(
        "arn:%s:bedrock:%s:%s:guardrail/%s"
            .formatted(Aws.PARTITION, Aws.REGION, Aws.ACCOUNT_ID, guardrail.id()),
        "bedrock:ApplyGuardrail");
  }
}

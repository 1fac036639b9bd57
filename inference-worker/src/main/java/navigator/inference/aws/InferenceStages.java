package navigator.inference.aws;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;
import navigator.contracts.table.Keys;
import navigator.inference.ClaimRequest;
import navigator.inference.FindSuspects;
import navigator.inference.InferenceConfig;
import navigator.inference.PublishOutcome;
import navigator.inference.ReadHistory;
import navigator.inference.ReleaseClaim;
import navigator.inference.RequestQueue;
import navigator.inference.SendDeadLetter;
import navigator.inference.StoreOutcome;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** What the inference function does on AWS, stage by stage. */
public record InferenceStages(
    FindSuspects suspects,
    ClaimRequest claims,
    ReleaseClaim releases,
    ReadHistory histories,
    List<ModelStage> models,
    StoreOutcome outcomes,
    PublishOutcome bus,
    SendDeadLetter deadLetters,
    RequestQueue queue) {

  /**
   * A slot that is not had by then is not worth waiting for: the pace is kept without the table.
   */
  private static final Duration QUOTA_WRITE = Duration.ofSeconds(1);

  /** The stages in the function's own Region, by its own role. */
  public static InferenceStages ofEnvironment(
      InferenceConfig config, RandomGenerator random, InstantSource clock) {
    // No call outlasts the claim that it is made under.
    Duration longestCall = config.timing().lease();
    Clients clients =
        new Clients(Clients.quick(), Clients.patient(longestCall), Origins.ENVIRONMENT);
    return of(config, clients, random, clock);
  }

  /** The same stages with answers from memory: they change nothing, and need no network. */
  public static InferenceStages ofRehearsal(
      InferenceConfig config, RandomGenerator random, InstantSource clock) {
    SdkHttpClient canned = new CannedHttp();
    return of(config, new Clients(canned, canned, Origins.NOWHERE), random, clock);
  }

  private static List<ModelStage> models(InferenceConfig config, Clients clients) {
    BedrockRuntimeClient bedrock = clients.bedrock();
    DynamoDbClient quotas = clients.quota(QUOTA_WRITE);
    return config.chain().stream()
        .map(
            governed ->
                new ModelStage(
                    governed,
                    new BedrockModel(bedrock, config.model().of(governed.id())),
                    new QuotaItem(
                        quotas, config.tableName(), Keys.quota(config.region(), governed.id()))))
        .toList();
  }

  static InferenceStages of(
      InferenceConfig config, Clients clients, RandomGenerator random, InstantSource clock) {
    String table = config.tableName();
    DynamoDbClient dynamo = clients.dynamo();
    SqsClient sqs = clients.sqs();
    Outcomes outcomes = new Outcomes(dynamo, table, config.retention());
    RequestLeases leases =
        new RequestLeases(dynamo, table, outcomes, config.timing().lease(), random, clock);
    return new InferenceStages(
        new Suspects(dynamo, table),
        leases,
        leases,
        new Histories(dynamo, table, config.history()),
        models(config, clients),
        outcomes,
        new OutcomeBus(clients.events(), config.eventBusName()),
        new DeadLetterQueue(sqs, config.deadLetterQueueUrl()),
        new SqsRequestQueue(sqs, config.requestQueueUrl(), clock));
  }
}

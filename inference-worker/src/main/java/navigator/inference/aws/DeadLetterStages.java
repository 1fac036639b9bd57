package navigator.inference.aws;

import java.time.InstantSource;
import navigator.inference.DeadLetterConfig;
import navigator.inference.PublishOutcome;
import navigator.inference.ReadRequest;
import navigator.inference.StoreOutcome;
import navigator.inference.StoreUnreadable;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What the dead-letter function does on AWS, stage by stage. */
public record DeadLetterStages(
    ReadRequest requests, StoreOutcome outcomes, PublishOutcome bus, StoreUnreadable unreadables) {

  /** The stages in the function's own Region, by its own role. */
  public static DeadLetterStages ofEnvironment(DeadLetterConfig config, InstantSource clock) {
    SdkHttpClient http = Clients.quick();
    return of(config, new Clients(http, http, Origins.ENVIRONMENT), clock);
  }

  /** The same stages with answers from memory: they change nothing, and need no network. */
  public static DeadLetterStages ofRehearsal(DeadLetterConfig config, InstantSource clock) {
    SdkHttpClient canned = new CannedHttp();
    return of(config, new Clients(canned, canned, Origins.NOWHERE), clock);
  }

  static DeadLetterStages of(DeadLetterConfig config, Clients clients, InstantSource clock) {
    String table = config.tableName();
    DynamoDbClient dynamo = clients.dynamo();
    return new DeadLetterStages(
        new StoredRequests(dynamo, table),
        new Outcomes(dynamo, table, config.retention()),
        new OutcomeBus(clients.events(), config.eventBusName()),
        new UnreadableLetters(dynamo, table, config.deadLetterRetention(), clock));
  }
}

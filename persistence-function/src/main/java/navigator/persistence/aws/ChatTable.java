package navigator.persistence.aws;

import java.time.InstantSource;
import navigator.contracts.Status;
import navigator.contracts.table.Attribute;
import navigator.contracts.table.Key;
import navigator.contracts.table.Keys;
import navigator.contracts.table.PaceSettings;
import navigator.persistence.AwaitOutcome;
import navigator.persistence.CancelStore;
import navigator.persistence.DeletedConversations;
import navigator.persistence.EstimateWait;
import navigator.persistence.ListConversations;
import navigator.persistence.ListMessages;
import navigator.persistence.ListRequests;
import navigator.persistence.MessageReader;
import navigator.persistence.OutcomeConfig;
import navigator.persistence.OutcomeReader;
import navigator.persistence.OutcomeStore;
import navigator.persistence.OverdueIndex;
import navigator.persistence.RequestFilter;
import navigator.persistence.RequestReader;
import navigator.persistence.SealStore;
import navigator.persistence.Texts;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The single table, connected. Safe for use by many threads. */
public final class ChatTable {

  private final DynamoDbClient dynamo;
  private final String name;
  private final TableReader reader;
  private final DynamoConversations conversations;
  private final DynamoRequests requests;

  /** The table of that name, by a client that was made elsewhere. */
  public ChatTable(DynamoDbClient dynamo, String name) {
    this.dynamo = dynamo;
    this.name = name;
    this.reader = new TableReader(dynamo, name);
    this.conversations = new DynamoConversations(dynamo, name);
    this.requests = new DynamoRequests(dynamo, name);
  }

  /** The table of that name, with the credentials, region and endpoint of the platform. */
  public static ChatTable connect(String name) {
    return new ChatTable(Clients.dynamo(), name);
  }

  public RequestReader requests() {
    return id -> reader.find(Keys.request(id)).map(Rows::request);
  }

  public MessageReader messages() {
    return key -> reader.find(key).filter(Rows::hasText).map(Rows::message);
  }

  /** How long requests wait, by the pace of the model's calls. */
  public EstimateWait estimates(PaceSettings pace, InstantSource clock) {
    return new EstimateWait(
        new RememberedPaces(dynamo, name, pace.item(), clock), pace.callsAtOnce(), clock);
  }

  public OutcomeReader storedOutcomes() {
    return new DynamoStoredOutcomes(reader);
  }

  public OutcomeStore outcomes(OutcomeConfig config) {
    return new DynamoOutcomeStore(dynamo, config);
  }

  public CancelStore cancels() {
    return new DynamoCancelStore(new RequestWrites(dynamo, name));
  }

  public SealStore seals() {
    return new DynamoSealStore(new RequestWrites(dynamo, name));
  }

  public DeletedConversations deletedConversations() {
    return new DynamoDeletedConversations(dynamo, name);
  }

  public Texts texts() {
    return new DynamoTexts(dynamo, name);
  }

  public OverdueIndex overdueIndex() {
    return new DynamoOverdueIndex(dynamo, name);
  }

  public ListConversations.Conversations conversationsOfUsers() {
    return conversations::ofUser;
  }

  public ListMessages.Owners ownersOfConversations() {
    return conversations::ownerOf;
  }

  public ListMessages.Messages messagesOfConversations() {
    return conversations::messages;
  }

  public AwaitOutcome.Glances glances() {
    return id -> reader.glance(Keys.request(id), Attribute.STATUS).map(Status::ofWireName);
  }

  public ListRequests.Requests requestsOfUsers() {
    return requests;
  }

  /** Loads the client, by a query of the index alone; writes nothing. */
  public Runnable indexWarmUp() {
    return new ReadWarmUp(() -> requests.read("nobody", new RequestFilter(null, null), null, 1));
  }

  /** Loads the client; writes nothing. */
  public Runnable warmUp() {
    return new ReadWarmUp(() -> reader.find(new Key("WARMUP", "WARMUP")).ifPresent(Rows::request));
  }
}

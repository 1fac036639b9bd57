package navigator.persistence.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import navigator.contracts.RequestId;
import navigator.contracts.Role;
import navigator.contracts.Turn;
import navigator.contracts.http.Caller;
import navigator.contracts.table.Attribute;
import navigator.contracts.table.Keys;
import navigator.contracts.testing.TestTable;
import navigator.persistence.Chats;
import navigator.persistence.DeleteConversation;
import navigator.persistence.EraseConversation;
import navigator.persistence.EraseDeleted;
import navigator.persistence.OutcomeConfig;
import navigator.persistence.RequestReader;
import navigator.persistence.StoredRequest;
import navigator.persistence.Texts;
import navigator.persistence.WriteOutcome;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A table with one conversation of ann, and all that deletes it or writes into it. */
record DeletionFixture(TestTable table) {

  static final Caller ANN = new Caller("ann", null, Role.STAFF);
  static final Instant NOW = Chats.ENDED.plusSeconds(1);

  /** The second request of the conversation, which waits. */
  static final RequestId WAITING = new RequestId("11111111-1111-4111-8111-111111111111");

  private static final String[] TEXTS = {"How do I teach?", "Open Courses.", "courses"};

  /** The request of {@link Chats}, just queued. */
  static DeletionFixture queued() {
    DeletionFixture fixture = new DeletionFixture(TestTable.create());
    StoredChat.put(fixture.table);
    return fixture;
  }

  /** Text in all places: a dead letter that was answered after all, and a request that waits. */
  static DeletionFixture full() {
    DeletionFixture fixture = queued();
    fixture.writer(fixture.requests()).write(Chats.fellBack(0));
    fixture.storeOutcome();
    fixture.writer(fixture.requests()).write(Chats.answered(0));
    StoredChat.put(
        fixture.table, WAITING, new Turn(Chats.ACCEPTED.plusSeconds(60)), Chats.DEADLINE);
    return fixture;
  }

  ChatTable chats() {
    return new ChatTable(table.client(), table.name());
  }

  RequestReader requests() {
    return chats().requests();
  }

  StoredRequest request() {
    return requests().find(Chats.ID).orElseThrow();
  }

  boolean delete() {
    return delete(ANN, Chats.CONVERSATION.value());
  }

  boolean delete(Caller caller, String id) {
    return deleting(table.client()).delete(caller, id, () -> true);
  }

  DeleteConversation deleting(DynamoDbClient client) {
    ChatTable chats = new ChatTable(client, table.name());
    return deleting(chats, chats.requests(), chats.texts());
  }

  DeleteConversation deleting(ChatTable chats, RequestReader requests, Texts texts) {
    EraseConversation erasing =
        new EraseConversation(
            chats.deletedConversations(), texts, requests, chats.seals(), () -> NOW);
    return new DeleteConversation(chats.deletedConversations(), erasing, () -> NOW);
  }

  /** The minutely sweep. */
  void sweep() {
    ChatTable chats = chats();
    EraseConversation erasing =
        new EraseConversation(
            chats.deletedConversations(), chats.texts(), requests(), chats.seals(), () -> NOW);
    new EraseDeleted(chats.deletedConversations(), erasing).eraseAll(() -> true);
  }

  WriteOutcome writer(RequestReader requests) {
    OutcomeConfig config =
        new OutcomeConfig(table.name(), Duration.ofDays(365), Duration.ofDays(30));
    return new WriteOutcome(requests, chats().messages(), chats().outcomes(config), () -> NOW);
  }

  /** Reads of requests that something comes after. */
  RequestReader thenRun(Runnable meanwhile) {
    return id -> {
      Optional<StoredRequest> found = requests().find(id);
      meanwhile.run();
      return found;
    };
  }

  /** What a worker stores before it publishes the answer. */
  void storeOutcome() {
    table.put(
        Item.at(Keys.outcome(Chats.ID, 0))
            .text(Attribute.REQUEST_ID, Chats.ID.value())
            .number(Attribute.GENERATION, 0)
            .number(Attribute.ATTEMPTS, 1)
            .text(Attribute.KIND, Attribute.ANSWERED)
            .text(Attribute.REPLY, "Open Courses.")
            .text(Attribute.MODEL, "sonnet")
            .text(Attribute.STOP_REASON, "end_turn")
            .time(Attribute.STORED_AT, Chats.ENDED)
            .attributes());
  }

  void assertNoTextIsLeft() {
    assertThat(table.items().toString()).doesNotContain(TEXTS);
    assertThat(unerased()).isFalse();
  }

  boolean unerased() {
    return chats().deletedConversations().unerased(10).contains(Chats.CONVERSATION);
  }
}

package navigator.persistence.aws;

import java.time.Instant;
import java.util.Map;
import navigator.contracts.IsoMicros;
import navigator.contracts.RequestId;
import navigator.contracts.Turn;
import navigator.contracts.table.Attribute;
import navigator.contracts.table.Key;
import navigator.contracts.table.Keys;
import navigator.contracts.testing.TestTable;
import navigator.persistence.Chats;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Puts requests, user messages and conversations into the table as a submit does. */
public final class StoredChat {

  private StoredChat() {}

  /** The request of {@link Chats}, queued. */
  public static void put(TestTable table) {
    put(table, Chats.ID, Chats.TURN, Chats.DEADLINE);
    conversation(table);
  }

  public static void put(TestTable table, RequestId id, Turn turn, Instant deadline) {
    table.put(
        Item.at(Keys.request(id))
            .inUserIndex(Keys.requestOfUser("ann", turn.at(), id))
            .inPendingIndex(Keys.pending(id, deadline))
            .text(Attribute.REQUEST_ID, id.value())
            .text(Attribute.CONVERSATION_ID, Chats.CONVERSATION.value())
            .text(Attribute.USER_ID, "ann")
            .text(Attribute.USER_EMAIL, "ann@example.org")
            .text(Attribute.ROLE, "staff")
            .text(Attribute.TURN, turn.toString())
            .text(Attribute.STATUS, "queued")
            .number(Attribute.GENERATION, 0)
            .number(Attribute.ATTEMPTS, 0)
            .number(Attribute.CRASHES, 0)
            .text(Attribute.TRACEPARENT, Chats.TRACE.value())
            .texts(Attribute.METADATA, Map.of("page", "courses"))
            .time(Attribute.CREATED_AT, turn.at())
            .time(Attribute.UPDATED_AT, turn.at())
            .time(Attribute.DEADLINE_AT, deadline)
            .expiresAt(turn.at().plusSeconds(86_400))
            .attributes());
    question(table, id, turn);
  }

  /** The user message alone. */
  static void question(TestTable table, RequestId id, Turn turn) {
    table.put(
        Item.at(Keys.userMessage(Chats.CONVERSATION, turn))
            .inUserIndex(Keys.messageOfUser("ann", Chats.CONVERSATION, turn.at()))
            .text(Attribute.MESSAGE, "How do I teach?")
            .text(Attribute.MESSAGE_USER_ID, "ann")
            .text(Attribute.MESSAGE_USER_EMAIL, "ann@example.org")
            .time(Attribute.MESSAGE_TIMESTAMP, turn.at())
            .text(Attribute.MESSAGE_REQUEST_ID, id.value())
            .attributes());
  }

  private static void conversation(TestTable table) {
    table.put(
        Item.at(Keys.conversation(Chats.CONVERSATION))
            .inUserIndex(Keys.conversationOfUser("ann", Chats.ACCEPTED, Chats.CONVERSATION))
            .text(Attribute.CONVERSATION_ID, Chats.CONVERSATION.value())
            .text(Attribute.USER_ID, "ann")
            .text(Attribute.LAST_TURN, Chats.TURN.toString())
            .time(Attribute.CREATED_AT, Chats.ACCEPTED)
            .time(Attribute.UPDATED_AT, Chats.ACCEPTED)
            .attributes());
  }

  /** What a worker leaves on a request that it works on. */
  public static void claim(TestTable table) {
    Key key = Keys.request(Chats.ID);
    table.set(key, Attribute.STATUS, AttributeValue.fromS("in_progress"));
    table.set(key, Attribute.LEASE_OWNER, AttributeValue.fromS("worker"));
    table.set(key, Attribute.LEASE_UNTIL, time(Chats.ENDED.plusSeconds(75)));
    table.set(key, Attribute.STARTED_AT, time(Chats.ACCEPTED.plusSeconds(1)));
    table.set(key, Attribute.UPDATED_AT, time(Chats.ACCEPTED.plusSeconds(1)));
  }

  /** What a replay makes of a request that fell back. */
  public static void replay(TestTable table, int generation) {
    Key key = Keys.request(Chats.ID);
    Key pending = Keys.pending(Chats.ID, Chats.DEADLINE);
    table.set(key, Attribute.GENERATION, AttributeValue.fromN("" + generation));
    table.set(key, Attribute.PENDING_INDEX_PK, AttributeValue.fromS(pending.partition()));
    table.set(key, Attribute.PENDING_INDEX_SK, AttributeValue.fromS(pending.sort()));
  }

  static AttributeValue time(Instant instant) {
    return AttributeValue.fromS(IsoMicros.format(instant));
  }
}

package navigator.ingest.aws;

import static navigator.contracts.table.Attribute.ATTEMPTS;
import static navigator.contracts.table.Attribute.CONVERSATION_ID;
import static navigator.contracts.table.Attribute.CRASHES;
import static navigator.contracts.table.Attribute.CREATED_AT;
import static navigator.contracts.table.Attribute.DEADLINE_AT;
import static navigator.contracts.table.Attribute.FINGERPRINT;
import static navigator.contracts.table.Attribute.GENERATION;
import static navigator.contracts.table.Attribute.LAST_TURN;
import static navigator.contracts.table.Attribute.MESSAGE;
import static navigator.contracts.table.Attribute.MESSAGE_REQUEST_ID;
import static navigator.contracts.table.Attribute.MESSAGE_TIMESTAMP;
import static navigator.contracts.table.Attribute.MESSAGE_USER_EMAIL;
import static navigator.contracts.table.Attribute.MESSAGE_USER_ID;
import static navigator.contracts.table.Attribute.METADATA;
import static navigator.contracts.table.Attribute.REQUEST_ID;
import static navigator.contracts.table.Attribute.ROLE;
import static navigator.contracts.table.Attribute.STATUS;
import static navigator.contracts.table.Attribute.TICKET;
import static navigator.contracts.table.Attribute.TRACEPARENT;
import static navigator.contracts.table.Attribute.TURN;
import static navigator.contracts.table.Attribute.UPDATED_AT;
import static navigator.contracts.table.Attribute.USER_EMAIL;
import static navigator.contracts.table.Attribute.USER_ID;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import navigator.contracts.ConversationId;
import navigator.contracts.IsoMicros;
import navigator.contracts.Status;
import navigator.contracts.Turn;
import navigator.contracts.queue.ChatRequest;
import navigator.contracts.table.Key;
import navigator.contracts.table.Keys;
import navigator.ingest.NewChat;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** The three writes that store one chat request, as one transaction. */
final class SubmitTransaction {

  /** Where the request stands among the writes, and so among the reasons of a cancellation. */
  static final int REQUEST = 0;

  /** Where the conversation stands among the writes, and so among the reasons of a cancellation. */
  static final int CONVERSATION = 2;

  private final String table;
  private final NewChat chat;
  private final ChatRequest request;

  SubmitTransaction(String table, NewChat chat) {
    this.table = table;
    this.chat = chat;
    this.request = chat.request();
  }

  TransactWriteItemsRequest toRequest() {
    TransactWriteItem conversation =
        chat.opensConversation() ? openConversation() : moveConversation();
    return TransactWriteItemsRequest.builder()
        .transactItems(List.of(putRequest(), putUserMessage(), conversation))
        .build();
  }

  private TransactWriteItem putRequest() {
    Item item =
        Item.at(Keys.request(request.requestId()))
            .inUserIndex(
                Keys.requestOfUser(request.userId(), request.acceptedAt(), request.requestId()))
            .inPendingIndex(Keys.pending(request.requestId(), request.deadlineAt()))
            .text(REQUEST_ID, request.requestId().value())
            .text(CONVERSATION_ID, request.conversationId().value())
            .text(USER_ID, request.userId())
            .text(USER_EMAIL, chat.userEmail())
            .text(ROLE, request.role().wireName())
            .text(TURN, request.turn().toString())
            .text(STATUS, Status.QUEUED.wireName())
            .number(GENERATION, request.generation())
            .number(ATTEMPTS, 0)
            .number(CRASHES, 0)
            .numberIfKnown(TICKET, chat.ticket())
            .text(TRACEPARENT, request.traceparent().value())
            .texts(METADATA, chat.metadata())
            .text(FINGERPRINT, chat.fingerprint())
            .time(CREATED_AT, request.acceptedAt())
            .time(UPDATED_AT, request.acceptedAt())
            .time(DEADLINE_AT, request.deadlineAt())
            .expiresAt(chat.expiresAt());
    return putNew(item);
  }

  private TransactWriteItem putUserMessage() {
    ConversationId conversation = request.conversationId();
    Item item =
        Item.at(Keys.userMessage(conversation, request.turn()))
            .inUserIndex(Keys.messageOfUser(request.userId(), conversation, request.acceptedAt()))
            .text(MESSAGE, request.message())
            .text(MESSAGE_USER_ID, request.userId())
            .text(MESSAGE_USER_EMAIL, chat.userEmail())
            .time(MESSAGE_TIMESTAMP, request.acceptedAt())
            .text(MESSAGE_REQUEST_ID, request.requestId().value())
            .expiresAt(chat.expiresAt());
    return putNew(item);
  }

  private TransactWriteItem openConversation() {
    Item item =
        Item.at(Keys.conversation(request.conversationId()))
            .inUserIndex(conversationIndexKey())
            .text(CONVERSATION_ID, request.conversationId().value())
            .text(USER_ID, request.userId())
            .text(LAST_TURN, request.turn().toString())
            .time(CREATED_AT, request.acceptedAt())
            .time(UPDATED_AT, request.turn().at())
            .expiresAt(chat.expiresAt());
    return putNew(item);
  }

  private TransactWriteItem moveConversation() {
    Update update =
        Update.builder()
            .tableName(table)
            .key(Item.key(Keys.conversation(request.conversationId())))
            .updateExpression(
                "SET last_turn = :turn, updated_at = :at, GSI1SK = :sort, expires_at = :expires")
            // The last turn's reply stands one microsecond after it and must stay before this turn.
            .conditionExpression(
                "user_id = :user AND last_turn < :before AND attribute_not_exists(deleted_at)")
            .expressionAttributeValues(conversationValues())
            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
            .build();
    return TransactWriteItem.builder().update(update).build();
  }

  private Map<String, AttributeValue> conversationValues() {
    Turn turn = request.turn();
    Instant before = turn.at().minus(1, ChronoUnit.MICROS);
    return Map.of(
        ":user", AttributeValue.fromS(request.userId()),
        ":turn", AttributeValue.fromS(turn.toString()),
        ":at", AttributeValue.fromS(IsoMicros.format(turn.at())),
        ":before", AttributeValue.fromS(IsoMicros.format(before)),
        ":sort", AttributeValue.fromS(conversationIndexKey().sort()),
        ":expires", AttributeValue.fromN("" + chat.expiresAt().getEpochSecond()));
  }

  private Key conversationIndexKey() {
    // The turn, not the clock: it never goes backwards.
    return Keys.conversationOfUser(request.userId(), request.turn().at(), request.conversationId());
  }

  private TransactWriteItem putNew(Item item) {
    Put put =
        Put.builder()
            .tableName(table)
            .item(item.attributes())
            .conditionExpression("attribute_not_exists(PK)")
            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
            .build();
    return TransactWriteItem.builder().put(put).build();
  }
}

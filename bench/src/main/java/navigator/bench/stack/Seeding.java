package navigator.bench.stack;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import navigator.contracts.IsoMicros;
import navigator.contracts.Status;
import navigator.contracts.queue.ChatRequest;
import navigator.contracts.queue.MessageAttribute;
import navigator.contracts.table.Attribute;
import navigator.contracts.table.Key;
import navigator.contracts.table.Keys;
import navigator.contracts.wire.Wire;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** Puts requests where submitting puts them: into the table, and on the queue. */
public record Seeding(DynamoDbClient dynamo, SqsClient sqs) {

  /** The most items, and the most messages, of one call. */
  private static final int ITEMS = 25;

  static final int MESSAGES = 10;

  /** Stores requests as they are before anybody works on them. */
  public void store(String table, List<ChatRequest> requests) {
    put(table, requests.stream().map(Seeding::item).toList());
  }

  /** Stores what was asked, where the writers of outcomes look it up. */
  public void storeMessages(String table, List<ChatRequest> requests) {
    put(table, requests.stream().map(Seeding::message).toList());
  }

  private void put(String table, List<Map<String, AttributeValue>> items) {
    for (int from = 0; from < items.size(); from += ITEMS) {
      List<WriteRequest> some =
          items.subList(from, Math.min(items.size(), from + ITEMS)).stream()
              .map(item -> WriteRequest.builder().putRequest(p -> p.item(item)).build())
              .toList();
      var left = dynamo.batchWriteItem(b -> b.requestItems(Map.of(table, some))).unprocessedItems();
      if (!left.isEmpty()) {
        throw new IllegalStateException("The table did not take all items");
      }
    }
  }

  /** Sends up to {@link #MESSAGES} of them. */
  void send(String queueUrl, List<ChatRequest> requests) {
    List<SendMessageBatchRequestEntry> entries = requests.stream().map(Seeding::entry).toList();
    if (!sqs.sendMessageBatch(b -> b.queueUrl(queueUrl).entries(entries)).failed().isEmpty()) {
      throw new IllegalStateException("The queue did not take a message");
    }
  }

  private static SendMessageBatchRequestEntry entry(ChatRequest request) {
    MessageAttributeValue id =
        MessageAttributeValue.builder()
            .dataType("String")
            .stringValue(request.requestId().value())
            .build();
    return SendMessageBatchRequestEntry.builder()
        .id(request.requestId().value())
        .messageGroupId(request.conversationId().value())
        .messageDeduplicationId(request.deduplicationId())
        .messageAttributes(Map.of(MessageAttribute.REQUEST_ID, id))
        .messageBody(Wire.write(request))
        .build();
  }

  private static Map<String, AttributeValue> item(ChatRequest request) {
    Map<String, AttributeValue> item = new HashMap<>();
    key(item, Attribute.PK, Attribute.SK, Keys.request(request.requestId()));
    key(
        item,
        Attribute.PENDING_INDEX_PK,
        Attribute.PENDING_INDEX_SK,
        Keys.pending(request.requestId(), request.deadlineAt()));
    text(item, Attribute.REQUEST_ID, request.requestId().value());
    text(item, Attribute.CONVERSATION_ID, request.conversationId().value());
    text(item, Attribute.USER_ID, request.userId());
    text(item, Attribute.ROLE, request.role().wireName());
    text(item, Attribute.TURN, request.turn().toString());
    text(item, Attribute.STATUS, Status.QUEUED.wireName());
    item.put(Attribute.GENERATION, AttributeValue.fromN("0"));
    item.put(Attribute.ATTEMPTS, AttributeValue.fromN("0"));
    item.put(Attribute.CRASHES, AttributeValue.fromN("0"));
    text(item, Attribute.TRACEPARENT, request.traceparent().value());
    time(item, Attribute.CREATED_AT, request.acceptedAt());
    time(item, Attribute.UPDATED_AT, request.acceptedAt());
    time(item, Attribute.DEADLINE_AT, request.deadlineAt());
    return item;
  }

  private static Map<String, AttributeValue> message(ChatRequest request) {
    Map<String, AttributeValue> item = new HashMap<>();
    Key key = Keys.userMessage(request.conversationId(), request.turn());
    key(item, Attribute.PK, Attribute.SK, key);
    text(item, Attribute.MESSAGE, request.message());
    text(item, Attribute.MESSAGE_USER_ID, request.userId());
    text(item, Attribute.MESSAGE_REQUEST_ID, request.requestId().value());
    time(item, Attribute.MESSAGE_TIMESTAMP, request.acceptedAt());
    return item;
  }

  private static void key(
      Map<String, AttributeValue> item, String partition, String sort, Key key) {
    text(item, partition, key.partition());
    text(item, sort, key.sort());
  }

  private static void text(Map<String, AttributeValue> item, String attribute, String value) {
    item.put(attribute, AttributeValue.fromS(value));
  }

  private static void time(Map<String, AttributeValue> item, String attribute, Instant time) {
    text(item, attribute, IsoMicros.format(time));
  }
}

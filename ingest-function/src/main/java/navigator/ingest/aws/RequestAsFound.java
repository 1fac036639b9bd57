package navigator.ingest.aws;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Map;
import navigator.contracts.ConversationId;
import navigator.contracts.Role;
import navigator.contracts.SchemaVersion;
import navigator.contracts.Status;
import navigator.contracts.Traceparent;
import navigator.contracts.Turn;
import navigator.contracts.queue.ChatRequest;
import navigator.contracts.table.Attribute;
import navigator.ingest.NewChat;
import navigator.ingest.StoreVerdict;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The request that was in the way of a new one with the same id. */
record RequestAsFound(Map<String, AttributeValue> item) {

  /** What it means for {@code chat}; a request without a key is in nobody's way. */
  StoreVerdict verdict(NewChat chat) {
    boolean same =
        item.containsKey(Attribute.FINGERPRINT)
            && text(Attribute.FINGERPRINT).equals(chat.fingerprint())
            && text(Attribute.USER_ID).equals(chat.request().userId());
    return same
        ? new StoreVerdict.StoredBefore(
            request(chat.request()), Status.ofWireName(text(Attribute.STATUS)))
        : new StoreVerdict.KeyReused();
  }

  // All but the text, which is not kept here: the fingerprint says that it is the same.
  private ChatRequest request(ChatRequest repeated) {
    return new ChatRequest(
        SchemaVersion.CURRENT,
        repeated.requestId(),
        new ConversationId(text(Attribute.CONVERSATION_ID)),
        repeated.userId(),
        Role.ofWireName(text(Attribute.ROLE)),
        repeated.message(),
        Turn.parse(text(Attribute.TURN)),
        Instant.parse(text(Attribute.CREATED_AT)),
        Instant.parse(text(Attribute.DEADLINE_AT)),
        Integer.parseInt(value(Attribute.GENERATION).n()),
        new Traceparent(text(Attribute.TRACEPARENT)));
  }

  private String text(String attribute) {
    return value(attribute).s();
  }

  private AttributeValue value(String attribute) {
    return requireNonNull(item.get(attribute));
  }
}

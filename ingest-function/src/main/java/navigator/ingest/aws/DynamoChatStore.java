package navigator.ingest.aws;

import java.util.List;
import java.util.Map;
import navigator.contracts.Turn;
import navigator.contracts.table.Attribute;
import navigator.ingest.ChatStore;
import navigator.ingest.NewChat;
import navigator.ingest.StoreVerdict;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** The single table as the store of new requests. Safe for use by many threads. */
final class DynamoChatStore implements ChatStore {

  private static final Logger LOG = LoggerFactory.getLogger(DynamoChatStore.class);

  private final DynamoDbClient dynamo;
  private final String table;

  DynamoChatStore(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public StoreVerdict store(NewChat chat) {
    try {
      dynamo.transactWriteItems(new SubmitTransaction(table, chat).toRequest());
      return new StoreVerdict.Stored();
    } catch (TransactionCanceledException e) {
      return cancelled(chat, e);
    } catch (SdkException e) {
      return unavailable(chat, e);
    }
  }

  private static StoreVerdict cancelled(NewChat chat, TransactionCanceledException e) {
    List<CancellationReason> reasons = e.cancellationReasons();
    if (reasons.size() > SubmitTransaction.CONVERSATION
        && Cancellations.conditionFailed(reasons.get(SubmitTransaction.REQUEST))) {
      return new RequestAsFound(reasons.get(SubmitTransaction.REQUEST).item()).verdict(chat);
    }
    if (reasons.size() > SubmitTransaction.CONVERSATION
        && !chat.opensConversation()
        && Cancellations.conditionFailed(reasons.get(SubmitTransaction.CONVERSATION))) {
      return conversationAsFound(chat, reasons.get(SubmitTransaction.CONVERSATION).item());
    }
    return unavailable(chat, e);
  }

  private static StoreVerdict conversationAsFound(
      NewChat chat, Map<String, AttributeValue> conversation) {
    AttributeValue owner = conversation.get(Attribute.USER_ID);
    AttributeValue last = conversation.get(Attribute.LAST_TURN);
    boolean ours =
        owner != null
            && chat.request().userId().equals(owner.s())
            && !conversation.containsKey(Attribute.DELETED_AT);
    return ours && last != null
        ? new StoreVerdict.LateClock(Turn.parse(last.s()))
        : new StoreVerdict.NoConversation();
  }

  private static StoreVerdict unavailable(NewChat chat, SdkException e) {
    if (!Cancellations.isTransient(e)) {
      throw e;
    }
    LOG.atWarn()
        .addKeyValue("request_id", chat.request().requestId().value())
        .setCause(e)
        .log("table.unavailable");
    return new StoreVerdict.Unavailable();
  }
}

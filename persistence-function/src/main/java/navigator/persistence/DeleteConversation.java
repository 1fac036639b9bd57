package navigator.persistence;

import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import navigator.contracts.ConversationId;
import navigator.contracts.IsoMicros;
import navigator.contracts.http.Caller;
import navigator.contracts.metric.FunctionName;
import navigator.contracts.metric.MetricLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes a conversation for its owner: marked first, then erased as far as there is time. Safe for
 * use by many threads.
 */
public final class DeleteConversation {

  private static final MetricLog METRICS = MetricLog.of(DeleteConversation.class);
  private static final Logger LOG = LoggerFactory.getLogger(DeleteConversation.class);

  private final DeletedConversations conversations;
  private final EraseConversation erasing;
  private final InstantSource clock;

  public DeleteConversation(
      DeletedConversations conversations, EraseConversation erasing, InstantSource clock) {
    this.conversations = conversations;
    this.erasing = erasing;
    this.clock = clock;
  }

  /** Whether the conversation is the caller's, and so deleted now, or already. */
  public boolean delete(Caller caller, String conversation, BooleanSupplier timeLeft) {
    return ConversationId.parse(conversation)
        .filter(id -> conversations.mark(id, caller.userId(), IsoMicros.truncate(clock.instant())))
        .map(id -> erased(id, timeLeft))
        .orElse(false);
  }

  // The mark is the promise: whatever goes wrong after it, the sweep erases the rest.
  private boolean erased(ConversationId id, BooleanSupplier timeLeft) {
    LOG.atInfo().addKeyValue("conversation_id", id.value()).log("conversation.deleted");
    try {
      erasing.erase(id, timeLeft);
    } catch (RuntimeException e) {
      LOG.atWarn()
          .addKeyValue("conversation_id", id.value())
          .setCause(e)
          .log("conversation.erased_in_part");
      METRICS.faulted(FunctionName.DELETE_CONVERSATION);
    }
    return true;
  }
}

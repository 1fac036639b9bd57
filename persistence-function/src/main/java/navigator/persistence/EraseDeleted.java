package navigator.persistence;

import java.util.function.BooleanSupplier;
import navigator.contracts.ConversationId;
import navigator.contracts.metric.FunctionName;
import navigator.contracts.metric.MetricLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finishes what deletions left behind. Safe for use by many threads. */
public final class EraseDeleted {

  /** Conversations of one run; the next run takes the rest. */
  private static final int LIMIT = 100;

  private static final MetricLog METRICS = MetricLog.of(EraseDeleted.class);
  private static final Logger LOG = LoggerFactory.getLogger(EraseDeleted.class);

  private final DeletedConversations conversations;
  private final EraseConversation erasing;

  public EraseDeleted(DeletedConversations conversations, EraseConversation erasing) {
    this.conversations = conversations;
    this.erasing = erasing;
  }

  /** Erases the deleted conversations, for as long as there is time. */
  public void eraseAll(BooleanSupplier timeLeft) {
    for (ConversationId id : conversations.unerased(LIMIT)) {
      if (!timeLeft.getAsBoolean()) {
        return;
      }
      eraseOrReport(id, timeLeft);
    }
  }

  // One conversation that cannot be erased must not keep the others from it.
  private void eraseOrReport(ConversationId id, BooleanSupplier timeLeft) {
    try {
      erasing.erase(id, timeLeft);
    } catch (RuntimeException e) {
      LOG.atError()
          .addKeyValue("conversation_id", id.value())
          .setCause(e)
          .log("conversation.erased_in_part");
      METRICS.faulted(FunctionName.OVERDUE);
    }
  }
}

package navigator.persistence;

import java.time.Instant;
import java.util.List;
import navigator.contracts.ConversationId;

/** Where conversations are marked as deleted, and wait until their text is erased. */
public interface DeletedConversations {

  /**
   * Marks the user's conversation as deleted, unless it is already.
   *
   * @return whether there is such a conversation of the user
   */
  boolean mark(ConversationId id, String userId, Instant at);

  /** Deleted conversations of which text may be left, those that wait longest first. */
  List<ConversationId> unerased(int limit);

  /** Notes that no text of the conversation is left. */
  void erased(ConversationId id, Instant at);
}

package navigator.persistence;

import java.util.stream.Stream;
import navigator.contracts.ConversationId;

/** What people and models wrote, in messages, outcomes and dead letters. */
public interface Texts {

  /**
   * The requests of the conversation whose messages have text, the newest first, read page by page
   * as far as they are asked for.
   */
  Stream<TextOfRequest> of(ConversationId id);

  /** Erases the text: of outcomes and dead letter first, last that by which it is found. */
  void erase(TextOfRequest text);
}

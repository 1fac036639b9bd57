package navigator.persistence;

import java.util.List;
import navigator.contracts.ConversationId;

/** What people and models wrote, in messages, outcomes and dead letters. */
public interface Texts {

  /** The requests of the conversation whose messages have text, the newest first. */
  List<TextOfRequest> of(ConversationId id);

  /** Erases the text: of outcomes and dead letter first, last that by which it is found. */
  void erase(TextOfRequest text);
}

package navigator.ingest;

import navigator.contracts.Turn;

/** What storing a request came to. */
public sealed interface StoreVerdict {

  /** All of it is stored. */
  record Stored() implements StoreVerdict {}

  /** Nothing is stored: the conversation has a later turn than the clock would give. */
  record LateClock(Turn last) implements StoreVerdict {}

  /** Nothing is stored: there is no such conversation, or it is another's, or deleted. */
  record NoConversation() implements StoreVerdict {}

  /** The store did not say in time that it stored anything; later it may. */
  record Unavailable() implements StoreVerdict {}
}

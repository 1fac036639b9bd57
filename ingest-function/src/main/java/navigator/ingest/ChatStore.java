package navigator.ingest;

/** Where requests, messages and conversations are kept. */
@FunctionalInterface
public interface ChatStore {

  /** Stores the request, its user message and its conversation's turn: all of them or none. */
  StoreVerdict store(NewChat chat);
}

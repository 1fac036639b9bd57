package navigator.ingest;

/** What beginning to admit a submission under its key came to. */
public sealed interface KeyClaim {

  /** Nobody else is at it: it is this call's to admit, until its lease ends. */
  record Begun(Execution execution) implements KeyClaim {}

  /** It was admitted before. */
  record Done(Promised promised) implements KeyClaim {}

  /** The key is another submission's. */
  record KeyReused() implements KeyClaim {}

  /** Another call is at it. */
  record InProgress() implements KeyClaim {}

  /** The records cannot be reached now. */
  record Unavailable() implements KeyClaim {}

  /** One call's work under a key. Its end changes nothing if another call has taken over. */
  interface Execution {

    /** Keeps what was promised for whoever asks again. */
    void succeed(Promised promised);

    /** Leaves the key to the next call. */
    void abandon();
  }
}

package navigator.ingest;

/** What beginning to admit a submission under its key came to. */
public sealed interface Admission {

  /** Nobody else is at it: it is this call's to admit, until its lease ends. */
  record Begun(Execution execution) implements Admission {}

  /** It was admitted before. */
  record Done(Promised promised) implements Admission {}

  /** The key is another submission's. */
  record KeyReused() implements Admission {}

  /** Another call is at it. */
  record InProgress() implements Admission {}

  /** The records cannot be reached now. */
  record Unavailable() implements Admission {}

  /** One call's work under a key. Its end changes nothing if another call has taken over. */
  interface Execution {

    /** Keeps what was promised for whoever asks again. */
    void succeed(Promised promised);

    /** Leaves the key to the next call. */
    void abandon();
  }
}

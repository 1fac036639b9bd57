package navigator.persistence;

/** Where outcomes are written for the client to see. */
@FunctionalInterface
public interface OutcomeStore {

  /**
   * Writes status, reply and, for a fallback, the dead letter: all of them, or none if the request
   * is no longer as it was seen.
   */
  CommitVerdict commit(OutcomeWrite write);
}

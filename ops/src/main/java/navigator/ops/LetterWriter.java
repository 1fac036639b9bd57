package navigator.ops;

import java.time.Instant;
import java.util.Optional;
import navigator.contracts.DeadLetterId;

/** Writes what operators decide about dead letters. Called by many threads. */
@FunctionalInterface
public interface LetterWriter {

  /**
   * Makes the change, if the letter is in the state that it is for and not past its time.
   *
   * @param operation what the records of the decision have in common
   * @return why nothing was changed; empty if it was
   */
  Optional<ChangeRefusal> write(
      DeadLetterId id, LetterChange change, String operation, Instant now);
}

package navigator.persistence;

import org.jspecify.annotations.Nullable;

/** What committing an outcome came to. */
public sealed interface CommitVerdict {

  /** All is written. */
  record Committed() implements CommitVerdict {}

  /**
   * Nothing is written, since something changed meanwhile.
   *
   * @param now the request as it is now; null if it is gone
   */
  record Changed(@Nullable StoredRequest now) implements CommitVerdict {}
}

package navigator.persistence;

import org.jspecify.annotations.Nullable;

/** What changing a request came to. */
public sealed interface UpdateVerdict {

  /**
   * It is changed.
   *
   * @param now the request with the change
   */
  record Updated(StoredRequest now) implements UpdateVerdict {}

  /**
   * It is not, since something else changed it meanwhile.
   *
   * @param now the request as it is now; null if it is gone
   */
  record Changed(@Nullable StoredRequest now) implements UpdateVerdict {}
}

package navigator.persistence;

import java.time.Duration;
import navigator.contracts.http.RequestObject;
import org.jspecify.annotations.Nullable;

/** What waiting for the end of a request came to. */
public sealed interface WaitVerdict {

  /**
   * It has ended.
   *
   * @param granted the wait that was granted, whole seconds; null if none was asked for
   */
  record Ended(RequestObject request, @Nullable Duration granted) implements WaitVerdict {}

  /**
   * It has not ended yet.
   *
   * @param granted the wait that was granted, whole seconds; null if none was asked for
   */
  record Pending(RequestObject request, @Nullable Duration granted) implements WaitVerdict {}

  /** It is unknown, or another's. */
  record NotFound() implements WaitVerdict {}
}

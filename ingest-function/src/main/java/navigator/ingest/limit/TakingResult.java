package navigator.ingest.limit;

import org.jspecify.annotations.Nullable;

/** What came of a write that takes a place. */
public sealed interface TakingResult {

  /** It was done; the item as it is now. */
  record Done(UserItem item) implements TakingResult {}

  /** A condition failed; the item as it is, or null if there is none. */
  record Refused(@Nullable UserItem item) implements TakingResult {}

  /** Nobody knows: the table is slow, throttled or away. */
  record Unreachable() implements TakingResult {}
}

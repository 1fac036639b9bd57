package navigator.ingest.limit;

import org.jspecify.annotations.Nullable;

/** What came of a write that acquires a permit. */
public sealed interface PermitWriteResult {

  /** It was done; the item as it is now. */
  record Done(UserItem item) implements PermitWriteResult {}

  /** A condition failed; the item as it is, or null if there is none. */
  record Refused(@Nullable UserItem item) implements PermitWriteResult {}

  /** Nobody knows: the table is slow, throttled or away. */
  record Unreachable() implements PermitWriteResult {}
}

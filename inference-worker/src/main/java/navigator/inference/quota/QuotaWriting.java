package navigator.inference.quota;

import org.jspecify.annotations.Nullable;

/** What came of a write. */
public sealed interface QuotaWriting {

  /** It was done; the item as it is now. */
  record Written(QuotaState state) implements QuotaWriting {}

  /** A condition failed; the item as it is, or null if there is none. */
  record Refused(@Nullable QuotaState state) implements QuotaWriting {}

  /** Nobody knows: the table is slow, throttled or away. */
  record Unreachable() implements QuotaWriting {}
}

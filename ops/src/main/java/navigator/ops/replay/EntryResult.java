package navigator.ops.replay;

import java.util.Optional;
import navigator.contracts.Status;
import navigator.contracts.table.EntryState;
import navigator.contracts.table.SkipReason;
import org.jspecify.annotations.Nullable;

/** What became of a request that was asked again. */
final class EntryResult {

  private EntryResult() {}

  /** The entry as it ended; empty while nobody knows. */
  static Optional<Entry> of(Entry entry, @Nullable RequestSnapshot snapshot) {
    RequestSnapshot.OfRequest request = snapshot == null ? null : snapshot.request();
    if (request == null) {
      return Optional.of(entry.leftOut(SkipReason.GONE));
    }
    int asked = entry.generation() + 1;
    if (request.generation() < asked) {
      throw new IllegalStateException(
          "Request %s is in generation %d, its replay in %d"
              .formatted(entry.id(), request.generation(), asked));
    }
    if (request.generation() > asked) {
      // Nobody asks again what was answered, or has not ended.
      return Optional.of(entry.in(EntryState.FAILED));
    }
    if (request.status() == Status.COMPLETED) {
      return Optional.of(entry.in(EntryState.ANSWERED));
    }
    if (request.erased()) {
      return Optional.of(entry.leftOut(SkipReason.ERASED));
    }
    return request.pending() ? Optional.empty() : Optional.of(entry.in(EntryState.FAILED));
  }
}

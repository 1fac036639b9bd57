package navigator.persistence;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/**
 * A change of requests that is tried again for as long as others are faster.
 *
 * @param allowed whether a request may still be changed so
 * @param write writes the change at that time, if the request is still as it was seen
 */
record RequestChange(
    Predicate<StoredRequest> allowed,
    BiFunction<StoredRequest, Instant, UpdateVerdict> write,
    InstantSource clock) {

  /** Changes met in a row; a request has fewer in its life, save for deliveries that come back. */
  private static final int MAX_CHANGES = 10;

  /**
   * The request with the change, or as it is if that is not allowed; empty if it is gone.
   *
   * @throws IllegalStateException if the request changes faster than it can be written
   */
  Optional<StoredRequest> of(StoredRequest found) {
    StoredRequest request = found;
    for (int changes = 0; changes < MAX_CHANGES; changes++) {
      if (!allowed.test(request)) {
        return Optional.of(request);
      }
      switch (write.apply(request, request.notBefore(clock.instant()))) {
        case UpdateVerdict.Updated(StoredRequest changed) -> {
          return Optional.of(changed);
        }
        case UpdateVerdict.Changed(StoredRequest now) -> {
          if (now == null) {
            return Optional.empty();
          }
          request = now;
        }
      }
    }
    throw new IllegalStateException("Request " + found.id() + " does not stand still");
  }
}

package navigator.persistence;

import static navigator.contracts.log.StateChange.CANCELLED;

import java.time.InstantSource;
import java.util.Optional;
import navigator.contracts.RequestId;
import navigator.contracts.http.Caller;
import navigator.contracts.http.RequestObject;
import navigator.contracts.log.StateLog;

/**
 * Cancels a request for its owner, unless it has ended or its outcome is stored. Safe for use by
 * many threads.
 */
public final class CancelRequest {

  /** Changes met in a row; a request has fewer in its life, save for deliveries that come back. */
  private static final int MAX_CHANGES = 10;

  private static final StateLog LOG = StateLog.of(CancelRequest.class);

  private final RequestReader requests;
  private final CancelStore store;
  private final FindStatus status;
  private final InstantSource clock;

  public CancelRequest(
      RequestReader requests, CancelStore store, FindStatus status, InstantSource clock) {
    this.requests = requests;
    this.store = store;
    this.status = status;
    this.clock = clock;
  }

  /**
   * The caller's request of that id, cancelled or as it stands; empty if it is unknown, another's,
   * or no id at all.
   *
   * @throws IllegalStateException if the request changes faster than it can be cancelled
   */
  public Optional<RequestObject> cancel(Caller caller, String id) {
    return RequestId.parse(id)
        .flatMap(requests::find)
        .filter(request -> request.userId().equals(caller.userId()))
        .flatMap(this::settled)
        .map(status::show);
  }

  private Optional<StoredRequest> settled(StoredRequest found) {
    StoredRequest request = found;
    for (int changes = 0; changes < MAX_CHANGES; changes++) {
      if (!request.canBeCancelled()) {
        return Optional.of(request);
      }
      switch (store.cancel(request, request.notBefore(clock.instant()))) {
        case UpdateVerdict.Updated(StoredRequest cancelled) -> {
          log(cancelled);
          return Optional.of(cancelled);
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

  private static void log(StoredRequest cancelled) {
    LOG.info(CANCELLED, cancelled.id())
        .conversation(cancelled.conversation())
        .generation(cancelled.generation())
        .attempt(cancelled.progress().attempts())
        .trace(cancelled.traceparent())
        .write();
  }
}

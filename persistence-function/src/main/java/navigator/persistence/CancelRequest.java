package navigator.persistence;

import static navigator.contracts.log.StateChange.CANCELLED;

import java.time.Instant;
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

  private static final StateLog LOG = StateLog.of(CancelRequest.class);

  private final RequestReader requests;
  private final CancelStore store;
  private final FindStatus status;
  private final RequestChange change;

  public CancelRequest(
      RequestReader requests, CancelStore store, FindStatus status, InstantSource clock) {
    this.requests = requests;
    this.store = store;
    this.status = status;
    this.change = new RequestChange(StoredRequest::canBeCancelled, this::write, clock);
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
        .flatMap(change::of)
        .map(status::show);
  }

  private UpdateVerdict write(StoredRequest seen, Instant at) {
    UpdateVerdict verdict = store.cancel(seen, at);
    if (verdict instanceof UpdateVerdict.Updated(StoredRequest cancelled)) {
      log(cancelled);
    }
    return verdict;
  }

  private static void log(StoredRequest cancelled) {
    LOG.info(CANCELLED, cancelled.id())
        .conversation(cancelled.conversation())
        .generation(cancelled.generation())
        .attempt(cancelled.progress().attempts())
        .outcome("by_owner")
        .trace(cancelled.traceparent())
        .write();
  }
}

package navigator.persistence;

import java.time.Duration;
import java.util.Optional;
import navigator.contracts.RequestId;
import navigator.contracts.Status;
import navigator.contracts.http.Caller;
import navigator.contracts.http.RequestObject;
import navigator.contracts.table.Keys;

/** Shows a request to its owner, in every state. Safe for use by many threads. */
public final class FindStatus {

  private final RequestReader requests;
  private final MessageReader messages;
  private final EstimateWait estimate;

  /** One that does not say how long a request will wait. */
  public FindStatus(RequestReader requests, MessageReader messages) {
    this(requests, messages, EstimateWait.none());
  }

  public FindStatus(RequestReader requests, MessageReader messages, EstimateWait estimate) {
    this.requests = requests;
    this.messages = messages;
    this.estimate = estimate;
  }

  /** The caller's request of that id; empty if it is unknown, another's, or no id at all. */
  public Optional<RequestObject> find(Caller caller, String id) {
    return RequestId.parse(id)
        .flatMap(requests::find)
        .filter(request -> request.userId().equals(caller.userId()))
        .map(this::show);
  }

  /** The request as its owner sees it, with its reply if it has one. */
  RequestObject show(StoredRequest request) {
    return request.erasedAt() == null ? withReply(request) : RequestView.of(request, null);
  }

  private RequestObject withReply(StoredRequest request) {
    return switch (request.status()) {
      case QUEUED ->
          RequestView.of(request, null)
              .waiting(estimate.of(request).map(Duration::toSeconds).orElse(null));
      case IN_PROGRESS, CANCELLED -> RequestView.of(request, null);
      case COMPLETED, FALLBACK ->
          messages
              .find(Keys.assistantMessage(request.conversation(), request.turn()))
              .map(reply -> together(request, reply))
              // Its conversation was deleted between the two reads.
              .orElseGet(() -> RequestView.of(current(request), null));
    };
  }

  private RequestObject together(StoredRequest request, StoredMessage reply) {
    boolean superseded = request.status() == Status.FALLBACK && reply.fallbackReason() == null;
    // An answer came between the two reads: what was read of the request is no longer true.
    StoredRequest current = superseded ? current(request) : request;
    return RequestView.of(current, current.erasedAt() == null ? reply.text() : null);
  }

  private StoredRequest current(StoredRequest request) {
    return requests.find(request.id()).orElse(request);
  }
}

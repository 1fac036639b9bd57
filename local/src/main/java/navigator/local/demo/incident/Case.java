package navigator.local.demo.incident;

import navigator.contracts.RequestId;
import navigator.contracts.Status;
import navigator.contracts.http.RequestObject;

/**
 * A question and its request.
 *
 * @param fellBack whether it was seen with the fallback reply, now or before
 * @param now as GET told it last
 */
record Case(Inquiry inquiry, boolean fellBack, RequestObject now) {

  static Case of(Inquiry inquiry, RequestObject accepted) {
    return new Case(inquiry, false, accepted);
  }

  Case seen(RequestObject found) {
    return new Case(inquiry, fellBack || found.status() == Status.FALLBACK, found);
  }

  RequestId id() {
    return now.requestId();
  }

  boolean isAnswered() {
    return now.status() == Status.COMPLETED && now.fallback() == null;
  }
}

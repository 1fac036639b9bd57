package navigator.local.demo.incident;

import java.time.Instant;
import java.util.Map;
import navigator.contracts.ConversationId;
import navigator.contracts.ErrorCode;
import navigator.contracts.RequestId;
import navigator.contracts.Status;
import navigator.contracts.http.RequestObject;
import org.jspecify.annotations.Nullable;

/** Questions whose requests are in a state. */
final class Cases {

  private static final Instant AT = Instant.parse("2030-01-01T00:00:00Z");

  private Cases() {}

  static Case of(Inquiry inquiry, Status status) {
    return of(inquiry, status, null);
  }

  static Case of(Inquiry inquiry, Status status, @Nullable String reply) {
    RequestId id = RequestId.random();
    return Case.of(inquiry, request(id, Status.QUEUED, null)).seen(request(id, status, reply));
  }

  static RequestObject request(RequestId id, Status status, @Nullable String reply) {
    RequestObject.@Nullable Fallback fallback =
        status == Status.FALLBACK ? new RequestObject.Fallback(ErrorCode.DEADLINE_EXCEEDED) : null;
    ConversationId conversation = ConversationId.random();
    return new RequestObject(
        id,
        conversation,
        status,
        reply,
        "user",
        AT,
        null,
        AT,
        null,
        null,
        AT,
        null,
        0,
        null,
        null,
        fallback,
        null,
        Map.of(),
        null,
        RequestObject.Urls.of(id, conversation));
  }
}

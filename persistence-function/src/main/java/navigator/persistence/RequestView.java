package navigator.persistence;

import navigator.contracts.ErrorCode;
import navigator.contracts.Status;
import navigator.contracts.http.RequestObject;
import org.jspecify.annotations.Nullable;

/** A stored request as its owner sees it. */
final class RequestView {

  private RequestView() {}

  static RequestObject of(StoredRequest request, @Nullable String reply) {
    StoredRequest.Progress progress = request.progress();
    ErrorCode failed = request.status() == Status.FALLBACK ? progress.errorCode() : null;
    boolean answered = request.status() == Status.COMPLETED;
    return new RequestObject(
        request.id(),
        request.conversation(),
        request.status(),
        reply,
        request.userId(),
        request.updatedAt(),
        answered ? progress.model() : null,
        request.createdAt(),
        progress.startedAt(),
        progress.completedAt(),
        request.deadlineAt(),
        null,
        progress.attempts(),
        progress.usage(),
        progress.stopReason(),
        failed == null ? null : new RequestObject.Fallback(failed),
        failed == null ? null : error(failed, progress.errorDetail()),
        request.metadata(),
        request.erasedAt(),
        RequestObject.Urls.of(request.id(), request.conversation()));
  }

  private static RequestObject.ErrorObject error(ErrorCode code, @Nullable String detail) {
    return new RequestObject.ErrorObject(
        code, detail == null ? "No detail is known." : detail, code.retryable());
  }
}

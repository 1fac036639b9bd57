package navigator.persistence;

import java.time.Instant;
import java.util.Objects;
import navigator.contracts.ErrorCode;
import navigator.contracts.SchemaVersion;
import navigator.contracts.event.ChatFellBack;
import navigator.contracts.queue.Failure;
import navigator.contracts.reply.FallbackReply;

/** The outcome of a request that nobody answered by its deadline. */
final class DeadlineFallback {

  private static final String NO_MODEL = "none";

  private DeadlineFallback() {}

  static ChatFellBack of(StoredRequest request, Instant now) {
    StoredRequest.Progress progress = request.progress();
    Instant first = Objects.requireNonNullElse(progress.firstFailureAt(), now);
    Failure failure =
        new Failure(
            ErrorCode.DEADLINE_EXCEEDED,
            "There was no answer by the deadline.",
            progress.attempts(),
            first,
            now);
    return new ChatFellBack(
        SchemaVersion.CURRENT,
        request.id(),
        request.conversation(),
        request.userId(),
        request.role(),
        request.generation(),
        request.turn(),
        FallbackReply.of(request.role()),
        Objects.requireNonNullElse(progress.model(), NO_MODEL),
        failure,
        now,
        request.traceparent());
  }
}

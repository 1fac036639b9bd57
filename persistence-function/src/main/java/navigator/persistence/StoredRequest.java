package navigator.persistence;

import java.time.Instant;
import java.util.Map;
import navigator.contracts.ConversationId;
import navigator.contracts.ErrorCode;
import navigator.contracts.IsoMicros;
import navigator.contracts.RequestId;
import navigator.contracts.Role;
import navigator.contracts.Status;
import navigator.contracts.Traceparent;
import navigator.contracts.Turn;
import navigator.contracts.Usage;
import org.jspecify.annotations.Nullable;

/**
 * A request as the table has it.
 *
 * @param generation the current one: 0, and one more for each replay
 * @param pending whether it still waits for an outcome, be it its first or a replay's
 * @param outcomeStored whether its current generation has an outcome, shown or not
 * @param erasedAt since when no text is stored for it; null unless its conversation is deleted
 * @param place in what waits
 * @param progress what became of it so far
 */
public record StoredRequest(
    RequestId id,
    ConversationId conversation,
    String userId,
    @Nullable String userEmail,
    Role role,
    Turn turn,
    int generation,
    Status status,
    boolean pending,
    boolean outcomeStored,
    Instant createdAt,
    Instant updatedAt,
    Instant deadlineAt,
    Traceparent traceparent,
    Map<String, String> metadata,
    @Nullable Instant erasedAt,
    Place place,
    Progress progress) {

  public StoredRequest {
    metadata = Map.copyOf(metadata);
  }

  /** Whether its owner may still cancel it: what has an outcome is about to be shown. */
  boolean canBeCancelled() {
    return status.canBecome(Status.CANCELLED) && !outcomeStored;
  }

  /** The time of its next state, if that begins {@code now}: never before its last. */
  Instant notBefore(Instant now) {
    Instant micros = IsoMicros.truncate(now);
    return micros.isBefore(updatedAt) ? updatedAt : micros;
  }

  /**
   * Where a request stands in what waits.
   *
   * @param ticket how many calls of the model have their slot before it has its own; null if nobody
   *     knew
   * @param deferredUntil when its delivery comes back that was deferred last
   */
  public record Place(@Nullable Long ticket, @Nullable Instant deferredUntil) {}

  /**
   * What became of a request so far.
   *
   * @param model the model asked last
   * @param attempts model calls that count; throttled ones do not
   * @param firstFailureAt of the failures that may still pass
   */
  public record Progress(
      @Nullable Instant startedAt,
      @Nullable Instant completedAt,
      int attempts,
      @Nullable String model,
      @Nullable String stopReason,
      @Nullable Usage usage,
      @Nullable ErrorCode errorCode,
      @Nullable String errorDetail,
      @Nullable Instant firstFailureAt) {}
}

package navigator.contracts.http;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import navigator.contracts.ConversationId;
import navigator.contracts.ErrorCode;
import navigator.contracts.RequestId;
import navigator.contracts.Status;
import navigator.contracts.Usage;
import org.jspecify.annotations.Nullable;

/**
 * A chat request as its owner sees it.
 *
 * @param message the reply, once there is one
 * @param timestamp when the latest state began
 * @param model the model that answered
 * @param estimatedWaitSeconds how long it will wait yet, while it is queued and somebody knows
 * @param attempts model calls that were made, without those that were throttled, failed probes of a
 *     model that is down, and refusals after which another model was asked
 * @param fallback there if the reply is not the model's
 * @param error why the model did not answer
 * @param erasedAt there if its conversation is deleted: there is no text any more
 */
public record RequestObject(
    RequestId requestId,
    ConversationId conversationId,
    Status status,
    @Nullable String message,
    String userId,
    Instant timestamp,
    @Nullable String model,
    Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant completedAt,
    Instant deadlineAt,
    @Nullable Long estimatedWaitSeconds,
    int attempts,
    @Nullable Usage usage,
    @Nullable String stopReason,
    @Nullable Fallback fallback,
    @Nullable ErrorObject error,
    Map<String, String> metadata,
    @Nullable Instant erasedAt,
    Urls urls) {

  /** However long the wait: it may turn out shorter. */
  private static final long LONGEST_RETRY_AFTER = 30;

  /**
   * Checks that there is metadata.
   *
   * @throws NullPointerException if it is missing, naming it
   */
  public RequestObject {
    metadata = Map.copyOf(requireNonNull(metadata, "metadata is missing"));
  }

  /** Marks a reply as a fallback reply. */
  public record Fallback(ErrorCode reason) {}

  /** Why the model did not answer. */
  public record ErrorObject(ErrorCode code, String detail, boolean retryable) {}

  /** Where to go next; relative to the API's base URL. */
  public record Urls(String self, String outcome, String cancel, String conversation) {

    public static Urls of(RequestId request, ConversationId conversation) {
      String self = "/chat/" + request;
      return new Urls(
          self,
          self + "/outcome",
          self + "/cancel",
          "/conversations/" + conversation + "/messages");
    }
  }

  /** This request as it is, with an estimate of how long it will wait; null: nobody knows. */
  public RequestObject waiting(@Nullable Long seconds) {
    return new RequestObject(
        requestId,
        conversationId,
        status,
        message,
        userId,
        timestamp,
        model,
        createdAt,
        startedAt,
        completedAt,
        deadlineAt,
        seconds,
        attempts,
        usage,
        stopReason,
        fallback,
        error,
        metadata,
        erasedAt,
        urls);
  }

  /**
   * How long it takes until it is worth asking for it again, in seconds: half of what is expected,
   * so that an answer that comes early is not found late. As long as nobody knows, it is expected
   * to wait as long again as it has.
   */
  public long retryAfterSeconds(Instant now) {
    return status == Status.QUEUED
        ? Math.clamp((expectedWaitSeconds(now) + 1) / 2, 1, LONGEST_RETRY_AFTER)
        : 1;
  }

  private long expectedWaitSeconds(Instant now) {
    return estimatedWaitSeconds == null
        ? Duration.between(createdAt, now).toSeconds()
        : estimatedWaitSeconds;
  }

  /** A request that was just accepted. */
  public static RequestObject queued(
      RequestId requestId,
      ConversationId conversationId,
      String userId,
      Instant createdAt,
      Instant deadlineAt,
      Map<String, String> metadata) {
    return new RequestObject(
        requestId,
        conversationId,
        Status.QUEUED,
        null,
        userId,
        createdAt,
        null,
        createdAt,
        null,
        null,
        deadlineAt,
        null,
        0,
        null,
        null,
        null,
        null,
        metadata,
        null,
        Urls.of(requestId, conversationId));
  }
}

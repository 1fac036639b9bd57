package navigator.persistence;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import navigator.contracts.ConversationId;
import navigator.contracts.ErrorCode;
import navigator.contracts.RequestId;
import navigator.contracts.Role;
import navigator.contracts.Status;
import navigator.contracts.Traceparent;
import navigator.contracts.Turn;
import navigator.contracts.Usage;
import navigator.contracts.event.ChatAnswered;
import navigator.contracts.event.ChatFellBack;
import navigator.contracts.queue.Failure;
import navigator.contracts.reply.FallbackReply;
import org.jspecify.annotations.Nullable;

/** One request of one conversation, and how it may end. */
public final class Chats {

  public static final Instant ACCEPTED = Instant.parse("2026-03-02T09:15:00.123456Z");
  public static final Instant DEADLINE = ACCEPTED.plus(Duration.ofMinutes(15));
  public static final Instant ENDED = ACCEPTED.plusSeconds(3);
  public static final Turn TURN = new Turn(ACCEPTED);
  public static final RequestId ID = new RequestId("7d9f6c52-3b1e-4f4e-8a51-0f3c1f0c9a10");
  public static final ConversationId CONVERSATION =
      new ConversationId("0b5e3b5c-6a51-4c0e-9d0b-0c2c8a3f9f11");
  public static final Usage USAGE = new Usage(412, 27, 3, 5);
  public static final Traceparent TRACE =
      new Traceparent("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");

  private static final StoredRequest.Place NOWHERE = new StoredRequest.Place(null, null);

  private Chats() {}

  public static ChatAnswered answered(int generation) {
    return answered(generation, "Open Courses.");
  }

  public static ChatAnswered answered(int generation, String reply) {
    return new ChatAnswered(
        1,
        ID,
        CONVERSATION,
        "ann",
        generation,
        TURN,
        reply,
        "sonnet",
        "end_turn",
        USAGE,
        2,
        ENDED,
        TRACE);
  }

  public static ChatFellBack fellBack(int generation) {
    Failure failure =
        new Failure(
            ErrorCode.ACCESS_DENIED,
            "Bedrock refused access to the model.",
            1,
            ENDED.minusSeconds(2),
            ENDED.minusSeconds(1));
    return new ChatFellBack(
        1,
        ID,
        CONVERSATION,
        "ann",
        Role.STAFF,
        generation,
        TURN,
        FallbackReply.of(Role.STAFF),
        "sonnet",
        failure,
        ENDED,
        TRACE);
  }

  /** The request, waiting for its first outcome. */
  public static StoredRequest queued() {
    return request(Status.QUEUED, 0, true);
  }

  public static StoredRequest request(Status status, int generation, boolean pending) {
    return request(status, generation, pending, null, NOWHERE);
  }

  /** A request of a deleted conversation. */
  public static StoredRequest erased(Status status) {
    return request(status, 0, false, ENDED, NOWHERE);
  }

  /** The request, waiting for its outcome at a place in what waits. */
  public static StoredRequest at(Status status, StoredRequest.Place place) {
    return request(status, 0, true, null, place);
  }

  private static StoredRequest request(
      Status status,
      int generation,
      boolean pending,
      @Nullable Instant erasedAt,
      StoredRequest.Place place) {
    return new StoredRequest(
        ID,
        CONVERSATION,
        "ann",
        "ann@example.org",
        Role.STAFF,
        TURN,
        generation,
        status,
        pending,
        false,
        ACCEPTED,
        ACCEPTED,
        DEADLINE,
        TRACE,
        Map.of("page", "courses"),
        erasedAt,
        place,
        new StoredRequest.Progress(null, null, 0, null, null, null, null, null, null));
  }
}

package navigator.contracts;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import navigator.contracts.event.ChatAnswered;
import navigator.contracts.event.ChatFellBack;
import navigator.contracts.http.ConversationObject;
import navigator.contracts.http.MessageObject;
import navigator.contracts.http.RequestObject;
import navigator.contracts.http.RequestSummary;
import navigator.contracts.queue.ChatRequest;
import navigator.contracts.queue.Failure;
import org.jspecify.annotations.Nullable;

/** One of each message and object, with every field set. */
public final class Samples {

  public static final RequestId REQUEST = new RequestId("7d9f6c52-3b1e-4f4e-8a51-0f3c1f0c9a10");
  public static final ConversationId CONVERSATION =
      new ConversationId("0b5e3b5c-6a51-4c0e-9d0b-0c2c8a3f9f11");
  public static final Instant AT = Instant.parse("2026-03-02T09:15:00.120Z");
  public static final Turn TURN = new Turn(AT);
  public static final Usage USAGE = new Usage(412, 27, 3, 5);
  public static final Traceparent TRACE =
      new Traceparent("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
  public static final String MODEL = "anthropic.claude-sonnet";

  private Samples() {}

  public static ChatRequest chatRequest() {
    return new ChatRequest(
        1, REQUEST, CONVERSATION, "user-1", Role.STAFF, "How?", TURN, AT, AT, 0, TRACE);
  }

  public static Failure failure() {
    return new Failure(ErrorCode.ACCESS_DENIED, "Bedrock refused.", 1, AT, AT);
  }

  public static ChatAnswered answered() {
    return new ChatAnswered(
        1, REQUEST, CONVERSATION, "user-1", 0, TURN, "So.", MODEL, "end_turn", USAGE, 1, AT, TRACE);
  }

  public static ChatFellBack fellBack() {
    return new ChatFellBack(
        1,
        REQUEST,
        CONVERSATION,
        "user-1",
        Role.STAFF,
        0,
        TURN,
        "Not now.",
        MODEL,
        failure(),
        AT,
        TRACE);
  }

  public static RequestObject queued() {
    return RequestObject.queued(REQUEST, CONVERSATION, "user-1", AT, AT, Map.of("page", "home"));
  }

  public static RequestObject completed() {
    return new RequestObject(
        REQUEST,
        CONVERSATION,
        Status.COMPLETED,
        "So.",
        "user-1",
        AT,
        MODEL,
        AT,
        AT,
        AT,
        AT,
        null,
        1,
        USAGE,
        "end_turn",
        null,
        null,
        Map.of(),
        null,
        RequestObject.Urls.of(REQUEST, CONVERSATION));
  }

  public static RequestObject fallback() {
    ErrorCode code = ErrorCode.ACCESS_DENIED;
    return new RequestObject(
        REQUEST,
        CONVERSATION,
        Status.FALLBACK,
        "Not now.",
        "user-1",
        AT,
        null,
        AT,
        AT,
        AT,
        AT,
        null,
        1,
        null,
        null,
        new RequestObject.Fallback(code),
        new RequestObject.ErrorObject(code, "Bedrock refused.", code.retryable()),
        Map.of(),
        null,
        RequestObject.Urls.of(REQUEST, CONVERSATION));
  }

  /** What is left of {@link #completed()} when its conversation is deleted. */
  public static RequestObject erased() {
    return new RequestObject(
        REQUEST,
        CONVERSATION,
        Status.COMPLETED,
        null,
        "user-1",
        AT,
        MODEL,
        AT,
        AT,
        AT,
        AT,
        null,
        1,
        USAGE,
        "end_turn",
        null,
        null,
        Map.of(),
        AT,
        RequestObject.Urls.of(REQUEST, CONVERSATION));
  }

  public static List<RequestSummary> summaries() {
    return List.of(
        summary(Status.COMPLETED, null),
        summary(Status.FALLBACK, new RequestObject.Fallback(ErrorCode.ACCESS_DENIED)),
        summary(Status.QUEUED, null));
  }

  private static RequestSummary summary(Status status, RequestObject.@Nullable Fallback fallback) {
    return new RequestSummary(
        REQUEST,
        CONVERSATION,
        status,
        "user-1",
        AT,
        status == Status.COMPLETED ? MODEL : null,
        AT,
        status.isTerminal() ? AT : null,
        AT,
        fallback,
        RequestObject.Urls.of(REQUEST, CONVERSATION));
  }

  public static ConversationObject conversation() {
    return new ConversationObject(CONVERSATION, AT, AT, ConversationObject.Urls.of(CONVERSATION));
  }

  public static List<MessageObject> messages() {
    return List.of(
        new MessageObject(
            REQUEST,
            "assistant",
            "Not now.",
            AT,
            MODEL,
            new RequestObject.Fallback(ErrorCode.INTERNAL)),
        new MessageObject(REQUEST, "user", "How?", AT, null, null));
  }
}

package navigator.inference;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import navigator.contracts.ConversationId;
import navigator.contracts.ErrorCode;
import navigator.contracts.RequestId;
import navigator.contracts.Role;
import navigator.contracts.SchemaVersion;
import navigator.contracts.Traceparent;
import navigator.contracts.Turn;
import navigator.contracts.Usage;
import navigator.contracts.queue.ChatRequest;
import navigator.contracts.queue.Failure;
import navigator.contracts.queue.MessageAttribute;
import navigator.contracts.wire.Wire;
import navigator.inference.quota.AnswerSizes;
import navigator.inference.quota.QuotaGovernor;
import navigator.inference.quota.QuotaSettings;
import navigator.inference.quota.QuotaTable;
import navigator.inference.quota.Tempo;
import navigator.inference.quota.Throttle;
import navigator.inference.simulation.SimulatedTable;

/** Requests, deliveries and outcomes as tests need them. */
public final class Samples {

  public static final Instant ACCEPTED = Instant.parse("2026-03-01T09:00:00Z");
  public static final Instant DEADLINE = ACCEPTED.plus(Duration.ofMinutes(15));
  public static final String MODEL = "us.anthropic.claude-sonnet-4-6";
  public static final Traceparent TRACE =
      new Traceparent("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");

  /** More than any test uses. */
  public static final QuotaSettings AMPLE =
      new QuotaSettings(1_000_000_000_000L, 0, 1, 5, 5, Duration.ofSeconds(30));

  private Samples() {}

  /** A question of somebody in a conversation of its own. */
  public static ChatRequest request() {
    return request(ConversationId.random(), ACCEPTED);
  }

  /** A question asked in {@code conversation} at {@code acceptedAt}. */
  public static ChatRequest request(ConversationId conversation, Instant acceptedAt) {
    return new ChatRequest(
        SchemaVersion.CURRENT,
        RequestId.random(),
        conversation,
        "user-1",
        Role.INSTRUCTOR,
        "How do I submit an invoice?",
        new Turn(acceptedAt),
        acceptedAt,
        DEADLINE,
        0,
        TRACE);
  }

  /** One model whose quota is ample, as {@code model} answers. */
  public static ModelChain models(AskModel model, VirtualClock clock) {
    return new ModelChain(
        List.of(paced(model, new SimulatedTable(), AMPLE, clock)), Duration.ofSeconds(30));
  }

  /** A model whose pace is kept on {@code table}. */
  public static PacedModel paced(
      AskModel model, QuotaTable table, QuotaSettings quota, VirtualClock clock) {
    return new PacedModel(
        model,
        new QuotaGovernor(table, quota, Tempo.REAL, clock),
        new AnswerSizes(2048, Duration.ofSeconds(4)),
        quota.burndown(),
        Tempo.REAL,
        clock);
  }

  public static RequestFacts facts() {
    return RequestFacts.of(request());
  }

  public static Delivery delivery(ChatRequest request) {
    return delivery(request, 1);
  }

  public static Delivery delivery(ChatRequest request, int receiveCount) {
    String id = request.requestId().value();
    return Delivery.of(
        "message-" + id,
        "handle-" + id,
        request.conversationId().value(),
        request.deduplicationId(),
        receiveCount,
        Wire.write(request),
        Map.of(MessageAttribute.REQUEST_ID, id));
  }

  public static Delivery delivery(String body, Map<String, String> attributes) {
    return Delivery.of("message-1", "handle-1", "group-1", "dedup-1", 1, body, attributes);
  }

  /** A 429 that says nothing about the pace. */
  public static ModelResult notReady() {
    return new ModelResult.Throttled(Throttle.OTHER, "The model is not ready.");
  }

  public static ModelResult.Answer answer(String text) {
    return new ModelResult.Answer(text, MODEL, "end_turn", new Usage(11, 7, 0, 0));
  }

  public static Outcome.Answered answered(String reply) {
    return new Outcome.Answered(reply, MODEL, "end_turn", new Usage(11, 7, 3, 2), 1, ACCEPTED);
  }

  public static Outcome.Failed failed(ErrorCode code) {
    Failure failure = new Failure(code, "It went wrong.", 2, ACCEPTED, ACCEPTED.plusSeconds(9));
    return new Outcome.Failed(failure, MODEL, ACCEPTED.plusSeconds(10));
  }
}

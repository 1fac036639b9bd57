package navigator.persistence.lambda;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import navigator.contracts.ConversationId;
import navigator.contracts.RequestId;
import navigator.contracts.SchemaVersion;
import navigator.contracts.Traceparent;
import navigator.contracts.Turn;
import navigator.contracts.Usage;
import navigator.contracts.event.ChatAnswered;
import navigator.contracts.event.ChatEvents;
import navigator.contracts.http.HttpAnswer;
import navigator.contracts.http.RequestObject;
import navigator.contracts.metric.FunctionName;
import navigator.contracts.wire.Wire;

/** What the functions do first, done for nobody: JSON in or out, and a read of nothing. */
final class Rehearsal {

  private Rehearsal() {}

  static Runnable ofOutcomes(Runnable readWarmUp) {
    return () -> {
      Map<String, Object> event =
          Map.of("detail-type", ChatEvents.CHAT_ANSWERED, "detail", answer());
      OutcomeEvent.read(Wire.write(event));
      readWarmUp.run();
    };
  }

  static Runnable ofReads(Runnable readWarmUp) {
    return () -> {
      Responses.guarded(FunctionName.STATUS, () -> HttpAnswer.json(200, request(), Map.of()));
      readWarmUp.run();
    };
  }

  private static ChatAnswered answer() {
    Instant now = Instant.EPOCH;
    return new ChatAnswered(
        SchemaVersion.CURRENT,
        RequestId.random(),
        ConversationId.random(),
        "nobody",
        0,
        new Turn(now),
        "Hello",
        "none",
        "end_turn",
        new Usage(1, 1, 0, 0),
        1,
        now,
        Traceparent.ofHeader(null));
  }

  private static RequestObject request() {
    Instant now = Instant.EPOCH;
    return RequestObject.queued(
        RequestId.random(),
        ConversationId.random(),
        "nobody",
        now,
        now.plus(Duration.ofMinutes(1)),
        Map.of());
  }
}

package navigator.persistence.lambda;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;
import navigator.contracts.event.ChatAnswered;
import navigator.contracts.event.ChatEvents;
import navigator.contracts.event.ChatFellBack;
import navigator.contracts.event.ChatOutcome;
import navigator.contracts.wire.Read;
import navigator.contracts.wire.Wire;
import org.jspecify.annotations.Nullable;

/**
 * An event of the bus as Lambda gets it.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-events-structure.html">
 *     EventBridge event structure</a>
 */
record OutcomeEvent(
    @Nullable String id,
    @JsonProperty("detail-type") @Nullable String detailType,
    @Nullable JsonNode detail) {

  /** The outcome that the event tells, if it tells one. */
  static Read<? extends ChatOutcome> read(String json) {
    return switch (Wire.read(json, OutcomeEvent.class)) {
      case Read.Valid<OutcomeEvent>(OutcomeEvent event) -> event.outcome();
      case Read.Invalid<OutcomeEvent>(String reason) -> new Read.Invalid<>(reason);
    };
  }

  private Read<? extends ChatOutcome> outcome() {
    String json = Objects.toString(detail, "null");
    return switch (Objects.toString(detailType, "")) {
      case ChatEvents.CHAT_ANSWERED -> Wire.read(json, ChatAnswered.class);
      case ChatEvents.CHAT_FELL_BACK -> Wire.read(json, ChatFellBack.class);
      default -> new Read.Invalid<>("it is of an unknown detail type");
    };
  }
}

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

  /**
   * The outcome that the event tells.
   *
   * @throws IllegalArgumentException if it tells none; thrown on, it keeps the event for retry and
   *     for the failure queue
   */
  static ChatOutcome outcomeOf(String json) {
    OutcomeEvent event = required(Wire.read(json, OutcomeEvent.class));
    String detail = Objects.toString(event.detail(), "null");
    return switch (Objects.toString(event.detailType(), "")) {
      case ChatEvents.CHAT_ANSWERED -> required(Wire.read(detail, ChatAnswered.class));
      case ChatEvents.CHAT_FELL_BACK -> required(Wire.read(detail, ChatFellBack.class));
      default -> throw new IllegalArgumentException("The event is of an unknown detail type");
    };
  }

  private static <T> T required(Read<T> read) {
    return switch (read) {
      case Read.Valid<T>(T value) -> value;
      case Read.Invalid<T>(String reason) ->
          throw new IllegalArgumentException("The event cannot be read: " + reason);
    };
  }
}

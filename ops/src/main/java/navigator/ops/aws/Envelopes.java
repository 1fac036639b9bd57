package navigator.ops.aws;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import navigator.contracts.IsoMicros;
import navigator.contracts.event.ChatEvents;
import navigator.contracts.wire.Read;
import navigator.contracts.wire.Wire;
import navigator.ops.BusEvent;

/**
 * What events that failed are wrapped in. Only events of ours are taken out.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html">Dead-letter
 *     queues of rules</a>
 * @see <a
 *     href="https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html">Records
 *     of asynchronous invocations</a>
 */
final class Envelopes {

  private static final Set<String> DETAIL_TYPES =
      Set.of(ChatEvents.CHAT_ANSWERED, ChatEvents.CHAT_FELL_BACK);

  private Envelopes() {}

  /** In a rule's dead-letter queue the body is the event. */
  static Optional<BusEvent> ofRule(String body) {
    return json(body).flatMap(Envelopes::event);
  }

  /** Behind a function's asynchronous invocations the event is what it was invoked with. */
  static Optional<BusEvent> ofInvocation(String body) {
    return json(body).map(record -> record.path("requestPayload")).flatMap(Envelopes::event);
  }

  private static Optional<JsonNode> json(String body) {
    return Wire.readTree(body) instanceof Read.Valid<JsonNode>(JsonNode json)
        ? Optional.of(json)
        : Optional.empty();
  }

  private static Optional<BusEvent> event(JsonNode event) {
    String type = event.path("detail-type").asText();
    boolean ours =
        event.path("source").asText().equals(ChatEvents.SOURCE)
            && DETAIL_TYPES.contains(type)
            && event.path("detail").isObject();
    return ours
        ? time(event.path("time").asText())
            .map(time -> new BusEvent(type, event.path("detail").toString(), time))
        : Optional.empty();
  }

  private static Optional<Instant> time(String text) {
    try {
      return Optional.of(IsoMicros.parse(text));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}

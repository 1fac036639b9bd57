package navigator.local.eventbridge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A well-formed entry of a {@code PutEvents} request.
 *
 * @param busName without the rest of the bus's ARN
 * @see <a
 *     href="https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEventsRequestEntry.html">PutEventsRequestEntry</a>
 */
record Entry(
    String busName,
    String source,
    String detailType,
    ObjectNode detail,
    List<String> resources,
    Optional<Instant> time) {

  Entry {
    resources = List.copyOf(resources);
  }
}

package navigator.contracts.testing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import navigator.contracts.wire.Wire;
import tools.jackson.databind.JsonNode;

/** Messages of the queues and the bus against {@code asyncapi.yaml}. */
final class MessageContract {

  private static final JsonNode ASYNCAPI = Spec.document("asyncapi.yaml");

  private MessageContract() {}

  static List<String> queueMessage(String queue, Map<String, String> attributes, String body) {
    return channel(queue)
        .flatMap(channel -> channel.path("messages").valueStream().findFirst())
        .map(message -> faults(Spec.resolve(ASYNCAPI, message), attributes, body))
        .orElseGet(() -> List.of("queue " + queue + " is not described"));
  }

  static List<String> event(String bus, String detailType, String detail) {
    return channel(bus)
        .map(channel -> channel.path("messages").path(detailType))
        .filter(message -> !message.isMissingNode())
        .map(message -> faults(Spec.resolve(ASYNCAPI, message), Map.of(), detail))
        .orElseGet(() -> List.of("event " + detailType + " of " + bus + " is not described"));
  }

  static Set<String> channels() {
    return ASYNCAPI
        .path("channels")
        .valueStream()
        .map(channel -> channel.path("address").asString())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static List<String> faults(
      JsonNode message, Map<String, String> attributes, String body) {
    Stream<String> attributeFaults =
        message.has("headers")
            ? StrictSchemas.faults(message.path("headers"), Wire.write(attributes)).stream()
                .map(fault -> "attributes" + fault)
            : Stream.empty();
    List<String> bodyFaults = StrictSchemas.faults(message.path("payload"), body);
    return Stream.concat(attributeFaults, bodyFaults.stream()).toList();
  }

  private static Optional<JsonNode> channel(String address) {
    return ASYNCAPI
        .path("channels")
        .valueStream()
        .filter(channel -> channel.path("address").asString("").equals(address))
        .findFirst();
  }
}

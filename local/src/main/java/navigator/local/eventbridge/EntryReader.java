package navigator.local.eventbridge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import navigator.local.gateway.AwsJson;
import navigator.local.loopback.Body;

/** Tells entries that become events from those that fail. */
final class EntryReader {

  private static final double MILLIS_PER_SECOND = 1000;

  private final Set<String> buses;

  /** A reader that knows these buses by name. */
  EntryReader(Set<String> buses) {
    this.buses = Set.copyOf(buses);
  }

  /** What becomes of one entry. */
  sealed interface Verdict {

    record Accepted(Entry entry) implements Verdict {}

    /** Told to the caller as {@code ErrorCode} and {@code ErrorMessage} of its entry. */
    record Failed(String code, String message) implements Verdict {}
  }

  /** Whether an entry has everything that every entry needs. */
  static boolean isComplete(JsonNode entry) {
    return firstMissing(entry).isEmpty();
  }

  Verdict read(JsonNode entry) {
    var missing = firstMissing(entry);
    if (missing.isPresent()) {
      return invalid(
          "Parameter %1$s is not valid. Reason: %1$s is a required argument."
              .formatted(missing.get()));
    }
    var bus = busName(entry.path("EventBusName").asText("default"));
    if (!buses.contains(bus)) {
      return invalid("Event bus " + bus + " does not exist.");
    }
    return AwsJson.input(Body.of(entry.path("Detail").asText())) instanceof ObjectNode detail
        ? new Verdict.Accepted(entry(bus, entry, detail))
        : new Verdict.Failed("MalformedDetail", "Detail is malformed.");
  }

  private static Entry entry(String bus, JsonNode entry, ObjectNode detail) {
    return new Entry(
        bus,
        entry.path("Source").asText(),
        entry.path("DetailType").asText(),
        detail,
        entry.path("Resources").valueStream().map(JsonNode::asText).toList(),
        time(entry));
  }

  /** Seconds since 1970, with a fraction. */
  private static Optional<Instant> time(JsonNode entry) {
    return entry.hasNonNull("Time")
        ? Optional.of(
            Instant.ofEpochMilli(Math.round(entry.path("Time").asDouble() * MILLIS_PER_SECOND)))
        : Optional.empty();
  }

  private static Verdict invalid(String message) {
    return new Verdict.Failed("InvalidArgument", message);
  }

  private static Optional<String> firstMissing(JsonNode entry) {
    return Stream.of("Source", "DetailType", "Detail")
        .filter(name -> entry.path(name).asText().isEmpty())
        .findFirst();
  }

  private static String busName(String nameOrArn) {
    return nameOrArn.substring(nameOrArn.lastIndexOf('/') + 1);
  }
}

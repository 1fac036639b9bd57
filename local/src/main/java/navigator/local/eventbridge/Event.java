package navigator.local.eventbridge;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * One event as rules match it and targets get it.
 *
 * @param id a UUID
 * @param busName the bus that it was put on
 * @param json its envelope
 * @see <a
 *     href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-events-structure.html">Event
 *     structure</a>
 */
record Event(String id, String busName, String json) {

  /**
   * The event that an entry becomes.
   *
   * @param now its time if the entry names none; events carry whole seconds
   */
  static Event of(String id, Entry entry, Instant now, String region, String account) {
    var envelope = JsonNodeFactory.instance.objectNode();
    envelope.put("version", "0");
    envelope.put("id", id);
    envelope.put("detail-type", entry.detailType());
    envelope.put("source", entry.source());
    envelope.put("account", account);
    envelope.put("time", entry.time().orElse(now).truncatedTo(ChronoUnit.SECONDS).toString());
    envelope.put("region", region);
    addResources(envelope, entry);
    envelope.set("detail", entry.detail());
    return new Event(id, entry.busName(), envelope.toString());
  }

  private static void addResources(ObjectNode envelope, Entry entry) {
    var resources = envelope.putArray("resources");
    entry.resources().forEach(resources::add);
  }
}

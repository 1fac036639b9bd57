package navigator.bench.pipeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import navigator.local.loopback.Body;
import navigator.local.loopback.Call;
import navigator.local.loopback.Reply;

/**
 * Asks DynamoDB what a call took, and reads what it says.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ConsumedCapacity.html">ConsumedCapacity</a>
 */
final class Capacity {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Set<String> READS =
      Set.of("GetItem", "BatchGetItem", "Query", "Scan", "TransactGetItems");

  private Capacity() {}

  /** The call with a wish to be told the units of the table and of each index. */
  static Call asking(Call call) {
    ObjectNode input = object(call.body());
    input.put("ReturnConsumedCapacity", "INDEXES");
    return new Call(
        call.method(),
        call.rawPath(),
        call.rawQuery(),
        call.headers(),
        Body.of(input.toString()),
        call.protocol(),
        call.sourceIp());
  }

  /**
   * One call and what it took. A refused call took one unit: AWS charges a failed condition too,
   * and tells nobody how much.
   */
  static Calls.Use of(String operation, Reply reply) {
    double units = reply.status() == 200 ? units(object(reply.body())) : 1;
    return READS.contains(operation) ? new Calls.Use(1, units, 0) : new Calls.Use(1, 0, units);
  }

  private static double units(JsonNode answer) {
    JsonNode consumed = answer.path("ConsumedCapacity");
    return consumed.isArray()
        ? consumed.valueStream().mapToDouble(Capacity::total).sum()
        : total(consumed);
  }

  private static double total(JsonNode table) {
    return table.path("CapacityUnits").asDouble();
  }

  private static ObjectNode object(Body body) {
    try {
      return (ObjectNode) JSON.readTree(body.text());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("DynamoDB speaks JSON", e);
    }
  }
}

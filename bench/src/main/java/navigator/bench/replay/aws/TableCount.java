package navigator.bench.replay.aws;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import navigator.contracts.table.Attribute;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What a table holds of requests and a replay, read item by item without the code that writes them.
 */
final class TableCount {

  private static final String REQUEST = "REQUEST#";
  private static final String OUTCOME = "OUTCOME#";
  private static final String ENTRY = "ENTRY#";

  private final Map<String, Standing> requests = new HashMap<>();
  private final Map<String, Map<String, Integer>> answeredEntries = new HashMap<>();

  /** What is known of one request. */
  private static final class Standing {
    private String status = "";
    private int generation;
    private boolean pending;
    private String letter = "";
    private final Set<Integer> answers = new HashSet<>();

    boolean isAnswered() {
      return status.equals("completed") && !pending && letter.equals("resolved");
    }

    boolean hasAtMostOneMore() {
      return generation <= 1 && answers.size() <= 1;
    }
  }

  /** Takes one item of the table. */
  void take(Map<String, AttributeValue> item) {
    String partition = text(item, Attribute.PK);
    String sort = text(item, Attribute.SK);
    if (partition.startsWith(REQUEST)) {
      takeOfRequest(
          requests.computeIfAbsent(partition.substring(REQUEST.length()), _ -> new Standing()),
          sort,
          item);
    } else if (sort.startsWith(ENTRY) && text(item, Attribute.STATE).equals("answered")) {
      answeredEntries
          .computeIfAbsent(partition, _ -> new HashMap<>())
          .merge(sort.substring(sort.lastIndexOf('#') + 1), 1, Integer::sum);
    }
  }

  private static void takeOfRequest(
      Standing standing, String sort, Map<String, AttributeValue> item) {
    if (sort.equals("REQUEST")) {
      standing.status = text(item, Attribute.STATUS);
      standing.generation = number(item, Attribute.GENERATION);
      standing.pending = item.containsKey(Attribute.PENDING_INDEX_PK);
    } else if (sort.equals("DEADLETTER")) {
      standing.letter = text(item, Attribute.STATE);
    } else if (sort.startsWith(OUTCOME) && text(item, Attribute.KIND).equals(Attribute.ANSWERED)) {
      standing.answers.add(number(item, Attribute.GENERATION));
    }
  }

  /** What became of so many requests that were left as dead letters. */
  Findings findings(String replay, int seeded, Deliveries deliveries) {
    Map<String, Integer> entries = answeredEntries.getOrDefault("REPLAY#" + replay, Map.of());
    long answered =
        requests.entrySet().stream()
            .filter(each -> each.getValue().isAnswered())
            .filter(each -> entries.containsKey(each.getKey()))
            .count();
    return new Findings(
        answered,
        seeded - answered,
        moreThanOnce(deliveries.delivered().values()),
        deliveries.dropped(),
        effectiveTwice(entries, deliveries.worked()),
        deliveries.queued(),
        deliveries.faults());
  }

  private long effectiveTwice(Map<String, Integer> entries, Map<String, Long> worked) {
    Map<String, Long> workedOn = new HashMap<>();
    worked.forEach(
        (generation, times) ->
            workedOn.merge(generation.substring(0, generation.indexOf('#')), times, Long::sum));
    return requests.entrySet().stream()
        .filter(
            each ->
                !each.getValue().hasAtMostOneMore()
                    || workedOn.getOrDefault(each.getKey(), 0L) > 1
                    || entries.getOrDefault(each.getKey(), 0) > 1)
        .count();
  }

  private static long moreThanOnce(Collection<Long> counts) {
    return counts.stream().filter(count -> count > 1).count();
  }

  private static String text(Map<String, AttributeValue> item, String name) {
    AttributeValue value = item.get(name);
    return value == null ? "" : value.s();
  }

  private static int number(Map<String, AttributeValue> item, String name) {
    AttributeValue value = item.get(name);
    if (value == null) {
      throw new IllegalStateException("An item has no " + name);
    }
    return Integer.parseInt(value.n());
  }
}

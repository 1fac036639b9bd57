package navigator.inference.aws;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import navigator.contracts.RequestId;
import navigator.contracts.table.Attribute;
import navigator.contracts.table.Key;
import navigator.contracts.table.Keys;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The model's own answers to requests, from their stored outcomes. */
final class Answers {

  private static final List<String> READ =
      List.of(Attribute.REQUEST_ID, Attribute.OUTCOME_GENERATION, Attribute.KIND, Attribute.REPLY);

  private final BatchReads reads;

  Answers(DynamoDbClient dynamo, String table) {
    this.reads = new BatchReads(dynamo, table);
  }

  /** The answers to those requests whose newest outcome is one. */
  Map<RequestId, String> of(Collection<RequestId> requests) {
    if (requests.isEmpty()) {
      return Map.of();
    }
    // Nearly every outcome is of generation 0: it is read along, before its number is known.
    List<Key> keys = new ArrayList<>();
    for (RequestId id : requests) {
      keys.add(Keys.request(id));
      keys.add(Keys.outcome(id, 0));
    }
    Map<Key, StoredItem> found = read(keys);
    found.putAll(read(replayed(requests, found)));
    return replies(requests, found);
  }

  private Map<Key, StoredItem> read(List<Key> keys) {
    Map<Key, StoredItem> items = new HashMap<>();
    if (!keys.isEmpty()) {
      reads.get(keys, READ).forEach(item -> items.put(item.key(), item));
    }
    return items;
  }

  private static List<Key> replayed(Collection<RequestId> requests, Map<Key, StoredItem> found) {
    return requests.stream()
        .filter(id -> generation(id, found) > 0)
        .map(id -> Keys.outcome(id, generation(id, found)))
        .toList();
  }

  private static Map<RequestId, String> replies(
      Collection<RequestId> requests, Map<Key, StoredItem> found) {
    Map<RequestId, String> replies = new HashMap<>();
    for (RequestId id : requests) {
      StoredItem outcome = found.get(Keys.outcome(id, generation(id, found)));
      if (outcome != null && OutcomeItem.isAnswered(outcome) && outcome.has(Attribute.REPLY)) {
        replies.put(id, outcome.text(Attribute.REPLY));
      }
    }
    return replies;
  }

  private static int generation(RequestId id, Map<Key, StoredItem> found) {
    StoredItem request = found.get(Keys.request(id));
    return request == null ? 0 : request.count(Attribute.OUTCOME_GENERATION);
  }
}

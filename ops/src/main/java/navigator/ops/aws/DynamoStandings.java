package navigator.ops.aws;

import static navigator.contracts.table.Attribute.DEADLINE_AT;
import static navigator.contracts.table.Attribute.ERASED_AT;
import static navigator.contracts.table.Attribute.EXPIRES_AT;
import static navigator.contracts.table.Attribute.GENERATION;
import static navigator.contracts.table.Attribute.ORIGINAL;
import static navigator.contracts.table.Attribute.PENDING_INDEX_PK;
import static navigator.contracts.table.Attribute.PK;
import static navigator.contracts.table.Attribute.SK;
import static navigator.contracts.table.Attribute.STATE;
import static navigator.contracts.table.Attribute.STATUS;
import static navigator.contracts.table.Attribute.UPDATED_AT;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import navigator.contracts.RequestId;
import navigator.contracts.Status;
import navigator.contracts.queue.ChatRequest;
import navigator.contracts.table.DeadLetterState;
import navigator.contracts.table.Key;
import navigator.contracts.table.Keys;
import navigator.contracts.wire.Read;
import navigator.contracts.wire.Wire;
import navigator.ops.replay.Standing;
import navigator.ops.replay.Standings;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Requests and dead letters of the single table, many at once. Safe for use by many threads. */
final class DynamoStandings implements Standings {

  private static final List<String> OF_REQUESTS =
      List.of(GENERATION, STATUS, PENDING_INDEX_PK, ERASED_AT, UPDATED_AT, DEADLINE_AT, EXPIRES_AT);

  private static final List<String> OF_BOTH =
      Stream.concat(OF_REQUESTS.stream(), Stream.of(STATE, ORIGINAL)).toList();

  private final BatchReads reads;

  DynamoStandings(DynamoDbClient dynamo, String table) {
    this.reads = new BatchReads(dynamo, table);
  }

  @Override
  public Map<RequestId, Standing> ofRequests(List<RequestId> ids) {
    return standings(ids, found(ids.stream().map(Keys::request), OF_REQUESTS));
  }

  @Override
  public Map<RequestId, Standing> withLetters(List<RequestId> ids) {
    Stream<Key> keys = ids.stream().flatMap(id -> Stream.of(Keys.request(id), Keys.deadLetter(id)));
    return standings(ids, found(keys, OF_BOTH));
  }

  private Map<Key, Row> found(Stream<Key> keys, List<String> attributes) {
    Map<Key, Row> found = new HashMap<>();
    for (Row row : reads.get(keys.toList(), attributes)) {
      found.put(new Key(row.text(PK), row.text(SK)), row);
    }
    return found;
  }

  private static Map<RequestId, Standing> standings(List<RequestId> ids, Map<Key, Row> found) {
    Map<RequestId, Standing> standings = new HashMap<>();
    for (RequestId id : ids) {
      standings.put(
          id,
          new Standing(
              request(found.get(Keys.request(id))), letter(found.get(Keys.deadLetter(id)))));
    }
    return standings;
  }

  private static Standing.@Nullable OfRequest request(@Nullable Row row) {
    return row == null
        ? null
        : new Standing.OfRequest(
            row.integer(GENERATION),
            Status.ofWireName(row.text(STATUS)),
            row.has(PENDING_INDEX_PK),
            row.has(ERASED_AT),
            row.time(UPDATED_AT),
            row.time(DEADLINE_AT),
            expiry(row));
  }

  private static Standing.@Nullable OfLetter letter(@Nullable Row row) {
    return row == null
        ? null
        : new Standing.OfLetter(
            row.integer(GENERATION),
            row.named(STATE, DeadLetterState::ofWireName),
            original(row.textOrNull(ORIGINAL)),
            expiry(row));
  }

  private static @Nullable ChatRequest original(@Nullable String json) {
    return json != null
            && Wire.read(json, ChatRequest.class) instanceof Read.Valid(ChatRequest read)
        ? read
        : null;
  }

  private static long expiry(Row row) {
    return Objects.requireNonNullElse(row.numberOrNull(EXPIRES_AT), 0L);
  }
}

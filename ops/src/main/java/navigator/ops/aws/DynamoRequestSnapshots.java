package navigator.ops.aws;

import static navigator.contracts.table.Attribute.ANSWERED;
import static navigator.contracts.table.Attribute.DEADLINE_AT;
import static navigator.contracts.table.Attribute.ERASED_AT;
import static navigator.contracts.table.Attribute.EXPIRES_AT;
import static navigator.contracts.table.Attribute.GENERATION;
import static navigator.contracts.table.Attribute.KIND;
import static navigator.contracts.table.Attribute.ORIGINAL;
import static navigator.contracts.table.Attribute.OUTCOME_GENERATION;
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
import java.util.Optional;
import java.util.stream.Stream;
import navigator.contracts.RequestId;
import navigator.contracts.Status;
import navigator.contracts.queue.ChatRequest;
import navigator.contracts.table.DeadLetterState;
import navigator.contracts.table.Key;
import navigator.contracts.table.Keys;
import navigator.contracts.wire.Read;
import navigator.contracts.wire.Wire;
import navigator.ops.replay.RequestSnapshot;
import navigator.ops.replay.RequestSnapshot.StoredEnd;
import navigator.ops.replay.RequestSnapshots;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Requests and dead letters of the single table, many at once. Safe for use by many threads. */
final class DynamoRequestSnapshots implements RequestSnapshots {

  private static final List<String> OF_REQUESTS =
      List.of(
          GENERATION,
          OUTCOME_GENERATION,
          STATUS,
          PENDING_INDEX_PK,
          ERASED_AT,
          UPDATED_AT,
          DEADLINE_AT,
          EXPIRES_AT);

  private static final List<String> OF_BOTH =
      Stream.concat(OF_REQUESTS.stream(), Stream.of(STATE, ORIGINAL)).toList();

  private final BatchReads reads;

  DynamoRequestSnapshots(DynamoDbClient dynamo, String table) {
    this.reads = new BatchReads(dynamo, table);
  }

  @Override
  public Map<RequestId, RequestSnapshot> ofRequests(List<RequestId> ids) {
    return snapshots(ids, found(ids.stream().map(Keys::request), OF_REQUESTS));
  }

  @Override
  public Map<RequestId, RequestSnapshot> withLetters(List<RequestId> ids) {
    Stream<Key> keys = ids.stream().flatMap(id -> Stream.of(Keys.request(id), Keys.deadLetter(id)));
    Map<Key, Row> found = found(keys, OF_BOTH);
    Stream<Key> outcomes = ids.stream().flatMap(id -> storedOutcome(id, found).stream());
    found.putAll(found(outcomes, List.of(KIND)));
    return snapshots(ids, found);
  }

  /** Where the outcome of a request's generation is, if there is one. */
  private static Optional<Key> storedOutcome(RequestId id, Map<Key, Row> found) {
    return Optional.ofNullable(found.get(Keys.request(id)))
        .filter(DynamoRequestSnapshots::hasOutcome)
        .map(row -> Keys.outcome(id, row.integer(GENERATION)));
  }

  private static boolean hasOutcome(Row row) {
    return row.has(OUTCOME_GENERATION)
        && row.integer(OUTCOME_GENERATION) >= row.integer(GENERATION);
  }

  private Map<Key, Row> found(Stream<Key> keys, List<String> attributes) {
    Map<Key, Row> found = new HashMap<>();
    for (Row row : reads.get(keys.toList(), attributes)) {
      found.put(new Key(row.text(PK), row.text(SK)), row);
    }
    return found;
  }

  private static Map<RequestId, RequestSnapshot> snapshots(
      List<RequestId> ids, Map<Key, Row> found) {
    Map<RequestId, RequestSnapshot> snapshots = new HashMap<>();
    for (RequestId id : ids) {
      snapshots.put(
          id, new RequestSnapshot(request(id, found), letter(found.get(Keys.deadLetter(id)))));
    }
    return snapshots;
  }

  private static StoredEnd outcome(RequestId id, Row request, Map<Key, Row> found) {
    if (!hasOutcome(request)) {
      return StoredEnd.NONE;
    }
    Row outcome = found.get(Keys.outcome(id, request.integer(GENERATION)));
    return outcome != null && outcome.text(KIND).equals(ANSWERED)
        ? StoredEnd.ANSWER
        : StoredEnd.SOME;
  }

  private static RequestSnapshot.@Nullable OfRequest request(RequestId id, Map<Key, Row> found) {
    Row row = found.get(Keys.request(id));
    return row == null
        ? null
        : new RequestSnapshot.OfRequest(
            row.integer(GENERATION),
            Status.ofWireName(row.text(STATUS)),
            row.has(PENDING_INDEX_PK),
            row.has(ERASED_AT),
            outcome(id, row, found),
            row.time(UPDATED_AT),
            row.time(DEADLINE_AT),
            expiry(row));
  }

  private static RequestSnapshot.@Nullable OfLetter letter(@Nullable Row row) {
    return row == null
        ? null
        : new RequestSnapshot.OfLetter(
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

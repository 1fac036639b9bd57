package navigator.ops.aws;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import navigator.contracts.ConversationId;
import navigator.contracts.DeadLetterId;
import navigator.contracts.RequestId;
import navigator.contracts.Turn;
import navigator.contracts.table.Attribute;
import navigator.contracts.table.Key;
import navigator.contracts.table.Keys;
import navigator.ops.Letter;
import navigator.ops.LetterReader;
import navigator.ops.ReplayStep;
import navigator.ops.StoredOutcome;
import navigator.ops.StoredStory;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** Dead letters and their requests, read consistently. Safe for use by many threads. */
final class DynamoLetters implements LetterReader {

  private final DynamoDbClient dynamo;
  private final String table;
  private final BatchReads reads;

  DynamoLetters(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
    this.reads = new BatchReads(dynamo, table);
  }

  @Override
  public StoredStory story(DeadLetterId id, boolean withText) {
    Map<String, Row> rows = new HashMap<>();
    dynamo
        .queryPaginator(partition(Keys.deadLetter(id).partition()))
        .items()
        .forEach(item -> rows.put(new Row(item).text(Attribute.SK), new Row(item)));
    Optional<Row> request =
        switch (id) {
          case DeadLetterId.OfRequest(var of) ->
              Optional.ofNullable(rows.get(Keys.request(of).sort()));
          case DeadLetterId.Unreadable _ -> Optional.empty();
        };
    return new StoredStory(
        request.map(StoryRows::request).orElse(null),
        outcomes(rows, withText),
        Optional.ofNullable(rows.get(Keys.deadLetter(id).sort()))
            .map(row -> LetterRows.letter(row, withText))
            .orElse(null),
        request.filter(_ -> withText).map(row -> message(row, true)).orElse(null),
        request.filter(_ -> withText).map(row -> message(row, false)).orElse(null));
  }

  private static List<StoredOutcome> outcomes(Map<String, Row> rows, boolean withText) {
    return rows.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(Keys.outcomePrefix()))
        .map(entry -> StoryRows.outcome(entry.getValue(), withText))
        .sorted(Comparator.comparingInt(StoredOutcome::generation))
        .toList();
  }

  private @Nullable String message(Row request, boolean ofUser) {
    ConversationId conversation = new ConversationId(request.text(Attribute.CONVERSATION_ID));
    Turn turn = Turn.parse(request.text(Attribute.TURN));
    Key key =
        ofUser ? Keys.userMessage(conversation, turn) : Keys.assistantMessage(conversation, turn);
    return new Row(
            dynamo
                .getItem(get -> get.tableName(table).key(Item.key(key)).consistentRead(true))
                .item())
        .textOrNull(Attribute.MESSAGE);
  }

  private QueryRequest partition(String partition) {
    return QueryRequest.builder()
        .tableName(table)
        .keyConditionExpression(Attribute.PK + " = :partition")
        .expressionAttributeValues(Map.of(":partition", AttributeValue.fromS(partition)))
        .consistentRead(true)
        .build();
  }

  @Override
  public List<ReplayStep> replays(
      RequestId id, Collection<Instant> failures, Collection<String> replays) {
    List<Key> keys =
        replays.stream()
            .flatMap(
                name -> failures.stream().map(failedAt -> Keys.replayEntry(name, id, failedAt)))
            .toList();
    return reads.get(keys).stream()
        .map(StoryRows::replay)
        .sorted(Comparator.comparingInt(ReplayStep::generation).thenComparing(ReplayStep::at))
        .toList();
  }

  @Override
  public List<Letter> letters(List<DeadLetterId> ids, boolean withText) {
    Map<DeadLetterId, Letter> found = new HashMap<>();
    reads.get(ids.stream().map(id -> Keys.deadLetter(id)).toList()).stream()
        .map(row -> LetterRows.letter(row, withText))
        .forEach(letter -> found.put(letter.id(), letter));
    return ids.stream().flatMap(id -> Optional.ofNullable(found.get(id)).stream()).toList();
  }
}

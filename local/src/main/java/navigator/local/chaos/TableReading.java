package navigator.local.chaos;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import navigator.local.bedrock.CallRecord;
import navigator.local.chaos.check.History.Outcome;
import navigator.local.chaos.check.History.Reply;
import navigator.local.chaos.check.History.Stored;
import navigator.local.chaos.check.Operations;
import navigator.local.chaos.check.Operations.Letter;
import navigator.local.stack.LocalStack;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.Select;

/** The table as it is, whoever asks. Names stand here as the design has them, not as code does. */
public final class TableReading implements AutoCloseable {

  private static final String TABLE = "learning-navigator";
  private static final int SHARDS = 8;

  private final DynamoDbClient dynamo;
  private final String table;

  /** The table of a stack. */
  public TableReading(LocalStack stack) {
    this.dynamo = Observer.client(stack, DynamoDbClient.builder());
    this.table = TABLE;
  }

  /**
   * What the table holds, by kind.
   *
   * @param operations what operators did, but for what they were told
   */
  public record Found(
      List<Stored> requests, List<Outcome> outcomes, List<Reply> replies, Operations operations) {

    /** The states of the dead letters, by their requests. */
    public Map<String, String> letters() {
      return operations.letters().stream()
          .collect(Collectors.toMap(Letter::request, Letter::state));
    }
  }

  /** How many requests have not ended. */
  public int pending() {
    return IntStream.range(0, SHARDS).map(shard -> count("PENDING#" + shard)).sum();
  }

  /** How many conversations are deleted and still have text. */
  int erasing() {
    return count("ERASURE");
  }

  /** How many replays have not ended. */
  int activeReplays() {
    return count("REPLAY#active");
  }

  /** How many dead letters a replay is about to resolve, or to park again. */
  int replayingLetters() {
    return IntStream.range(0, SHARDS).map(shard -> count("DEADLETTER#replaying#" + shard)).sum();
  }

  private int count(String partition) {
    return dynamo
        .queryPaginator(
            query ->
                query
                    .tableName(table)
                    .indexName("GSI2PK-GSI2SK-index")
                    .select(Select.COUNT)
                    .keyConditionExpression("GSI2PK = :partition")
                    .expressionAttributeValues(
                        Map.of(":partition", AttributeValue.fromS(partition))))
        .stream()
        .mapToInt(QueryResponse::count)
        .sum();
  }

  /** Everything there is. */
  public Found read() {
    var rows =
        dynamo.scanPaginator(scan -> scan.tableName(table).consistentRead(true)).items().stream()
            .map(TableRow::new)
            .collect(Collectors.groupingBy(TableRow::kind));
    Map<String, String> questions = new HashMap<>();
    for (TableRow row : of(rows, "USER")) {
      row.question().ifPresent(text -> questions.put(row.text("requestId"), hash(text)));
    }
    return new Found(
        of(rows, "REQUEST").stream()
            .map(row -> row.request(questions.getOrDefault(row.text("request_id"), "")))
            .toList(),
        of(rows, "OUTCOME").stream().map(TableRow::outcome).toList(),
        of(rows, "ASSISTANT").stream().map(TableRow::reply).toList(),
        new Operations(
            // One that names no request is of nobody who waits.
            of(rows, "DEADLETTER").stream()
                .filter(row -> !row.text("request_id").isEmpty())
                .map(TableRow::letter)
                .toList(),
            of(rows, "REPLAY").stream().map(TableRow::replay).toList(),
            of(rows, "ENTRY").stream().map(TableRow::entry).toList(),
            of(rows, "AUDIT").stream().map(TableRow::audit).toList(),
            List.of()));
  }

  private static List<TableRow> of(Map<String, List<TableRow>> rows, String kind) {
    return rows.getOrDefault(kind, List.of());
  }

  private static String hash(String text) {
    return CallRecord.hashOf(text);
  }

  @Override
  public void close() {
    dynamo.close();
  }
}

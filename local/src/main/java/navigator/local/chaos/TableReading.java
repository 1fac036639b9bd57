package navigator.local.chaos;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import navigator.local.bedrock.CallRecord;
import navigator.local.chaos.check.History.Outcome;
import navigator.local.chaos.check.History.Reply;
import navigator.local.chaos.check.History.Stored;
import navigator.local.stack.LocalStack;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.Select;

/** The table as an operator reads it. Names stand here as the design has them, not as code does. */
public final class TableReading implements AutoCloseable {

  private static final String TABLE = "learning-navigator";
  private static final int SHARDS = 8;

  private final DynamoDbClient dynamo;
  private final String table;

  /** The table of a stack. */
  public TableReading(LocalStack stack) {
    this.dynamo = Operator.client(stack, DynamoDbClient.builder());
    this.table = TABLE;
  }

  /**
   * What the table holds, by kind.
   *
   * @param letters the states of the dead letters, by their requests
   */
  public record Found(
      List<Stored> requests,
      List<Outcome> outcomes,
      List<Reply> replies,
      Map<String, String> letters) {}

  /** How many requests have not ended. */
  public int pending() {
    return IntStream.range(0, SHARDS).map(shard -> count("PENDING#" + shard)).sum();
  }

  /** How many conversations are deleted and still have text. */
  int erasing() {
    return count("ERASURE");
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
    var items =
        dynamo.scanPaginator(scan -> scan.tableName(table).consistentRead(true)).items().stream()
            .map(Row::new)
            .toList();
    Map<String, String> questions = new HashMap<>();
    List<Row> requests = new ArrayList<>();
    Map<String, String> letters = new HashMap<>();
    var found = new Found(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), letters);
    for (Row row : items) {
      switch (row.kind()) {
        case "REQUEST" -> requests.add(row);
        case "USER" ->
            row.question().ifPresent(text -> questions.put(row.text("requestId"), hash(text)));
        case "DEADLETTER" -> letters.put(row.text("request_id"), row.text("state"));
        case "OUTCOME" -> found.outcomes().add(row.outcome());
        case "ASSISTANT" -> found.replies().add(row.reply());
        default -> {
          // Conversations and the like promise nothing.
        }
      }
    }
    for (Row row : requests) {
      var id = row.text("request_id");
      found
          .requests()
          .add(row.request(id, questions.getOrDefault(id, ""), letters.containsKey(id)));
    }
    return found;
  }

  private static String hash(String text) {
    return CallRecord.hashOf(text);
  }

  private record Row(Map<String, AttributeValue> item) {

    String kind() {
      var sort = text("SK");
      return sort.startsWith("MSG#")
          ? sort.substring(sort.lastIndexOf('#') + 1)
          : sort.replaceFirst("#.*", "");
    }

    String text(String name) {
      var value = item.get(name);
      return value == null || value.s() == null ? "" : value.s();
    }

    Outcome outcome() {
      return new Outcome(
          text("PK").substring("REQUEST#".length()),
          Integer.parseInt(text("SK").substring("OUTCOME#".length())),
          text("kind").equals("answered"),
          text("reply"),
          Instant.parse(text("stored_at")));
    }

    Optional<String> question() {
      return Optional.of(text("message")).filter(text -> !text.isEmpty());
    }

    Reply reply() {
      return new Reply(text("requestId"), text("message"), !text("fallbackReason").isEmpty());
    }

    Stored request(String id, String questionHash, boolean fellBack) {
      return new Stored(
          id,
          text("conversation_id"),
          text("status"),
          questionHash,
          Instant.parse(text("created_at")),
          Instant.parse(text("deadline_at")),
          Optional.of(text("completed_at")).filter(at -> !at.isEmpty()).map(Instant::parse),
          text("error_code"),
          text("error_detail"),
          fellBack,
          !text("erased_at").isEmpty());
    }
  }

  @Override
  public void close() {
    dynamo.close();
  }
}

package navigator.inference.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import navigator.contracts.RequestId;
import navigator.contracts.table.Attribute;
import navigator.contracts.table.Keys;
import navigator.inference.AnsweredTurn;
import navigator.inference.HistoryLimits;
import navigator.inference.ReadHistory;
import navigator.inference.RequestFacts;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * The answered turns of conversations: questions from the messages, answers from the outcomes,
 * since the reply's message may still be on its way through the bus. Safe for use by many threads.
 */
public final class Histories implements ReadHistory {

  // Two messages a turn, and some turns that were never answered.
  private static final int ITEMS_A_TURN = 3;

  private static final int MAX_PAGES = 4;

  private final DynamoDbClient dynamo;
  private final String table;
  private final HistoryLimits limits;
  private final Answers answers;

  public Histories(DynamoDbClient dynamo, String table, HistoryLimits limits) {
    this.dynamo = dynamo;
    this.table = table;
    this.limits = limits;
    this.answers = new Answers(dynamo, table);
  }

  @Override
  public List<AnsweredTurn> before(RequestFacts request) {
    List<AnsweredTurn> newestFirst = new ArrayList<>();
    Map<String, AttributeValue> from = Map.of();
    for (int page = 0; page < MAX_PAGES && newestFirst.size() < limits.turns(); page++) {
      QueryResponse messages = messages(request, from);
      newestFirst.addAll(answered(messages));
      from = messages.lastEvaluatedKey();
      if (from.isEmpty()) {
        break;
      }
    }
    return limits.within(newestFirst);
  }

  /** What somebody asked. */
  private record Question(RequestId request, String text) {

    Stream<AnsweredTurn> answeredIn(Map<RequestId, String> replies) {
      String reply = replies.get(request);
      return reply == null ? Stream.empty() : Stream.of(new AnsweredTurn(text, reply));
    }
  }

  private QueryResponse messages(RequestFacts request, Map<String, AttributeValue> from) {
    return dynamo.query(
        query ->
            query
                .tableName(table)
                .keyConditionExpression("PK = :conversation AND SK BETWEEN :first AND :turn")
                .expressionAttributeValues(
                    Map.of(
                        ":conversation",
                        AttributeValue.fromS(
                            Keys.conversation(request.conversationId()).partition()),
                        ":first",
                        AttributeValue.fromS(Keys.messagePrefix()),
                        ":turn",
                        AttributeValue.fromS(Keys.messagesBefore(request.turn()))))
                .scanIndexForward(false)
                .consistentRead(true)
                .limit(limits.turns() * ITEMS_A_TURN)
                .exclusiveStartKey(from.isEmpty() ? null : from));
  }

  private List<AnsweredTurn> answered(QueryResponse messages) {
    List<Question> questions =
        messages.items().stream().map(StoredItem::new).flatMap(Histories::question).toList();
    Map<RequestId, String> replies = answers.of(questions.stream().map(Question::request).toList());
    return questions.stream().flatMap(question -> question.answeredIn(replies)).toList();
  }

  // Erased messages have no text any more.
  private static Stream<Question> question(StoredItem message) {
    Optional<String> text =
        message.optionalText(Attribute.MESSAGE).filter(_ -> message.key().sort().endsWith("#USER"));
    Optional<RequestId> request =
        message.optionalText(Attribute.MESSAGE_REQUEST_ID).flatMap(RequestId::parse);
    return text.flatMap(asked -> request.map(id -> new Question(id, asked))).stream();
  }
}

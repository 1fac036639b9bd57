package navigator.local.gateway;

import static navigator.local.gateway.SampleStack.TABLE;
import static navigator.local.gateway.SampleStack.allow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DynamoDbContractTest {

  private RunningStack stack;
  private DynamoDbClient runtime;
  private DynamoDbClient worker;

  @BeforeAll
  void start() throws IOException {
    stack =
        new RunningStack(
            allow("dynamodb:PutItem", TABLE),
            allow("dynamodb:GetItem", TABLE),
            allow("dynamodb:Query", TABLE + "/index/by-user"),
            allow("dynamodb:BatchGetItem", TABLE));
    runtime = stack.dynamoDb(stack.principals.runtime());
    worker = stack.dynamoDb(stack.worker());
  }

  @AfterAll
  void stop() {
    worker.close();
    runtime.close();
    stack.close();
  }

  @Test
  void theTableIsAsTheTopologySays() {
    var table = runtime.describeTable(d -> d.tableName("chats")).table();
    assertThat(table.globalSecondaryIndexes())
        .extracting(index -> index.indexName() + " " + index.projection().projectionTypeAsString())
        .containsExactlyInAnyOrder("by-user INCLUDE", "by-state KEYS_ONLY");
    var ttl = runtime.describeTimeToLive(d -> d.tableName("chats")).timeToLiveDescription();
    assertThat(ttl.attributeName()).isEqualTo("expires_at");
    assertThat(ttl.timeToLiveStatus()).isEqualTo(TimeToLiveStatus.ENABLED);
  }

  @Test
  void whatIsPutIsGot() {
    worker.putItem(p -> p.tableName("chats").item(item("a")));
    var got = worker.getItem(g -> g.tableName("chats").key(key("a")).consistentRead(true));
    assertThat(got.item()).isEqualTo(item("a"));
  }

  @Test
  void aBatchNeedsItsOwnAction() {
    var keys = Map.of("chats", KeysAndAttributes.builder().keys(List.of(key("none"))).build());
    assertThat(worker.batchGetItem(b -> b.requestItems(keys)).responses().get("chats")).isEmpty();
  }

  @Test
  void anIndexQueryNeedsTheIndex() {
    worker.putItem(p -> p.tableName("chats").item(item("indexed")));
    assertThat(query("by-user", "user").items()).isNotEmpty();
    assertThatThrownBy(() -> query("by-state", "state"))
        .hasMessageContaining("dynamodb:Query on resource: " + TABLE + "/index/by-state");
  }

  @Test
  void aTableQueryNeedsTheTable() {
    assertThatThrownBy(
            () ->
                worker.query(
                    q ->
                        q.tableName("chats")
                            .keyConditionExpression("PK = :k")
                            .expressionAttributeValues(Map.of(":k", text("k")))))
        .hasMessageContaining("dynamodb:Query on resource: " + TABLE + " because");
  }

  @Test
  void aDenialIsAsDynamoDbSaysIt() {
    assertThatThrownBy(() -> worker.deleteItem(d -> d.tableName("chats").key(key("a"))))
        .isInstanceOfSatisfying(
            DynamoDbException.class,
            e -> {
              assertThat(e.statusCode()).isEqualTo(400);
              assertThat(e.awsErrorDetails().errorCode()).isEqualTo("AccessDeniedException");
            });
  }

  @Test
  void aTransactionNeedsTheActionOfEachPart() {
    var put = TransactWriteItem.builder().put(p -> p.tableName("chats").item(item("t"))).build();
    var check =
        TransactWriteItem.builder()
            .conditionCheck(
                c ->
                    c.tableName("chats")
                        .key(key("u"))
                        .conditionExpression("attribute_not_exists(PK)"))
            .build();
    worker.transactWriteItems(t -> t.transactItems(put));
    assertThatThrownBy(() -> worker.transactWriteItems(t -> t.transactItems(put, check)))
        .hasMessageContaining("dynamodb:ConditionCheckItem");
  }

  @Test
  void aFailedConditionComesThroughWithTheOldItem() {
    var put =
        TransactWriteItem.builder()
            .put(
                p ->
                    p.tableName("chats")
                        .item(item("old"))
                        .conditionExpression("attribute_not_exists(PK)")
                        .returnValuesOnConditionCheckFailure("ALL_OLD"))
            .build();
    worker.transactWriteItems(t -> t.transactItems(put));
    assertThatThrownBy(() -> worker.transactWriteItems(t -> t.transactItems(put)))
        .isInstanceOfSatisfying(
            TransactionCanceledException.class,
            e -> assertThat(e.cancellationReasons().getFirst().item()).isEqualTo(item("old")));
  }

  @Test
  void theOperatorReadsAndChangesNothing() {
    try (var operator = stack.dynamoDb(stack.principals.operator())) {
      assertThat(operator.listTables().tableNames()).containsExactly("chats");
      assertThat(operator.scan(s -> s.tableName("chats")).hasItems()).isTrue();
      assertThatThrownBy(() -> operator.putItem(p -> p.tableName("chats").item(item("o"))))
          .hasMessageContaining("dynamodb:PutItem");
    }
  }

  @Test
  void anOperationOutsideTheTableIsRefused() {
    assertThatThrownBy(() -> runtime.deleteTable(d -> d.tableName("chats")))
        .hasMessageContaining("The operation 'DeleteTable' of dynamodb is not emulated");
  }

  private QueryResponse query(String index, String key) {
    return worker.query(
        q ->
            q.tableName("chats")
                .indexName(index)
                .keyConditionExpression("#k = :v")
                .expressionAttributeNames(Map.of("#k", key))
                .expressionAttributeValues(Map.of(":v", text("u"))));
  }

  private static Map<String, AttributeValue> item(String id) {
    return Map.of("PK", text(id), "SK", text("s"), "user", text("u"), "at", text("2026"));
  }

  private static Map<String, AttributeValue> key(String id) {
    return Map.of("PK", text(id), "SK", text("s"));
  }

  private static AttributeValue text(String text) {
    return AttributeValue.fromS(text);
  }
}

package navigator.infra;

import navigator.contracts.table.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.GlobalSecondaryIndexPropsV2;
import software.amazon.awscdk.services.dynamodb.ProjectionType;
import software.amazon.awscdk.services.dynamodb.TableV2;
import software.constructs.Construct;

/** The single table: conversations, messages, requests, outcomes and dead letters. */
final class ChatTable extends Construct {

  private final TableV2 table;

  ChatTable(Construct scope, Stage stage) {
    super(scope, "ChatTable");
    table =
        DataTable.builder(this, "learning-navigator", stage)
            .partitionKey(text(Attribute.PK))
            .sortKey(text(Attribute.SK))
            .timeToLiveAttribute(Attribute.EXPIRES_AT)
            .build();
    table.addGlobalSecondaryIndex(
        index(Attribute.USER_INDEX, Attribute.USER_INDEX_PK, Attribute.USER_INDEX_SK));
    table.addGlobalSecondaryIndex(
        index(Attribute.PENDING_INDEX, Attribute.PENDING_INDEX_PK, Attribute.PENDING_INDEX_SK));
  }

  String name() {
    return table.getTableName();
  }

  String arn() {
    return table.getTableArn();
  }

  String indexArn(String index) {
    return arn() + "/index/" + index;
  }

  private static GlobalSecondaryIndexPropsV2 index(
      String name, String partitionKey, String sortKey) {
    return GlobalSecondaryIndexPropsV2.builder()
        .indexName(name)
        .partitionKey(text(partitionKey))
        .sortKey(text(sortKey))
        .projectionType(ProjectionType.INCLUDE)
        .nonKeyAttributes(Attribute.INDEXED)
        .build();
  }

  private static software.amazon.awscdk.services.dynamodb.Attribute text(String name) {
    return software.amazon.awscdk.services.dynamodb.Attribute.builder()
        .name(name)
        .type(AttributeType.STRING)
        .build();
  }
}

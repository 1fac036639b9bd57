package navigator.contracts.testing;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import navigator.contracts.table.Attribute;
import navigator.contracts.table.Key;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * The single table, empty, in DynamoDB Local, under a name of its own. Safe for use by many
 * threads.
 */
public final class TestTable {

  private static final Region REGION = Region.US_WEST_2;
  private static final AwsBasicCredentials CREDENTIALS = AwsBasicCredentials.create("test", "test");

  private static final AtomicBoolean WARM = new AtomicBoolean();

  private final DynamoDbClient client;
  private final String name = "table-" + UUID.randomUUID();

  private TestTable(DynamoDbClient client) {
    this.client = client;
  }

  /** A new table. */
  public static TestTable create() {
    TestTable table = new TestTable(connect());
    table.client.createTable(
        request ->
            request
                .tableName(table.name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(attributes())
                .keySchema(keys(Attribute.PK, Attribute.SK))
                .globalSecondaryIndexes(
                    index(Attribute.USER_INDEX, Attribute.USER_INDEX_PK, Attribute.USER_INDEX_SK),
                    index(
                        Attribute.PENDING_INDEX,
                        Attribute.PENDING_INDEX_PK,
                        Attribute.PENDING_INDEX_SK)));
    if (!WARM.getAndSet(true)) {
      table.warmUp();
    }
    return table;
  }

  // A cold database takes longer than some callers wait, who would then be told that it is away.
  private void warmUp() {
    Key key = new Key("WARM", "UP");
    set(key, "value", AttributeValue.fromS("x"));
    client.batchGetItem(get -> get.requestItems(Map.of(name, only(key))));
    TransactWriteItem delete =
        TransactWriteItem.builder()
            .delete(
                d -> d.tableName(name).key(key(key)).conditionExpression("attribute_exists(PK)"))
            .build();
    client.transactWriteItems(write -> write.transactItems(List.of(delete)));
  }

  private static KeysAndAttributes only(Key key) {
    return KeysAndAttributes.builder().keys(List.of(key(key))).build();
  }

  /** Makes clients that are built with the platform's defaults find DynamoDB Local. */
  public static void servePlatform() {
    System.setProperty("aws.region", REGION.id());
    System.setProperty("aws.accessKeyId", CREDENTIALS.accessKeyId());
    System.setProperty("aws.secretAccessKey", CREDENTIALS.secretAccessKey());
    System.setProperty("aws.endpointUrlDynamoDb", DynamoDbLocal.url().toString());
  }

  /** A client for what a test arranges and asserts. */
  public DynamoDbClient client() {
    return client;
  }

  public String name() {
    return name;
  }

  /** An item as it is; empty if there is none. */
  public Map<String, AttributeValue> item(Key key) {
    return client.getItem(get -> get.tableName(name).key(key(key)).consistentRead(true)).item();
  }

  /** All items. */
  public List<Map<String, AttributeValue>> items() {
    return client.scanPaginator(scan -> scan.tableName(name).consistentRead(true)).items().stream()
        .toList();
  }

  /** Puts an item as it is. */
  public void put(Map<String, AttributeValue> item) {
    client.putItem(put -> put.tableName(name).item(item));
  }

  /** Sets one attribute of an item. */
  public void set(Key key, String attribute, AttributeValue value) {
    client.updateItem(
        update ->
            update
                .tableName(name)
                .key(key(key))
                .updateExpression("SET #name = :value")
                .expressionAttributeNames(Map.of("#name", attribute))
                .expressionAttributeValues(Map.of(":value", value)));
  }

  /** Takes one attribute from an item. */
  public void remove(Key key, String attribute) {
    client.updateItem(
        update ->
            update
                .tableName(name)
                .key(key(key))
                .updateExpression("REMOVE #attribute")
                .expressionAttributeNames(Map.of("#attribute", attribute)));
  }

  /** Deletes an item. */
  public void delete(Key key) {
    client.deleteItem(delete -> delete.tableName(name).key(key(key)));
  }

  private static Map<String, AttributeValue> key(Key key) {
    return Map.of(
        Attribute.PK, AttributeValue.fromS(key.partition()),
        Attribute.SK, AttributeValue.fromS(key.sort()));
  }

  private static DynamoDbClient connect() {
    return DynamoDbClient.builder()
        .endpointOverride(DynamoDbLocal.url())
        .region(REGION)
        .credentialsProvider(StaticCredentialsProvider.create(CREDENTIALS))
        .build();
  }

  private static List<AttributeDefinition> attributes() {
    return Stream.of(
            Attribute.PK,
            Attribute.SK,
            Attribute.USER_INDEX_PK,
            Attribute.USER_INDEX_SK,
            Attribute.PENDING_INDEX_PK,
            Attribute.PENDING_INDEX_SK)
        .map(
            attribute ->
                AttributeDefinition.builder()
                    .attributeName(attribute)
                    .attributeType(ScalarAttributeType.S)
                    .build())
        .toList();
  }

  private static List<KeySchemaElement> keys(String partition, String sort) {
    return List.of(
        KeySchemaElement.builder().attributeName(partition).keyType(KeyType.HASH).build(),
        KeySchemaElement.builder().attributeName(sort).keyType(KeyType.RANGE).build());
  }

  private static GlobalSecondaryIndex index(String name, String partition, String sort) {
    return GlobalSecondaryIndex.builder()
        .indexName(name)
        .keySchema(keys(partition, sort))
        .projection(
            projection ->
                projection
                    .projectionType(ProjectionType.INCLUDE)
                    .nonKeyAttributes(Attribute.INDEXED))
        .build();
  }
}

package navigator.ingest.aws;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import navigator.contracts.table.IdempotencyAttribute;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** The table of idempotency records, empty, in DynamoDB Local, under a name of its own. */
public record TestIdempotencyTable(DynamoDbClient client, String name) {

  /** A new table. */
  public static TestIdempotencyTable create(DynamoDbClient client) {
    String name = "idempotency-" + UUID.randomUUID();
    client.createTable(
        table ->
            table
                .tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(
                    AttributeDefinition.builder()
                        .attributeName(IdempotencyAttribute.ID)
                        .attributeType(ScalarAttributeType.S)
                        .build())
                .keySchema(
                    KeySchemaElement.builder()
                        .attributeName(IdempotencyAttribute.ID)
                        .keyType(KeyType.HASH)
                        .build()));
    return new TestIdempotencyTable(client, name);
  }

  /** All records. */
  public List<Map<String, AttributeValue>> items() {
    return client.scan(scan -> scan.tableName(name).consistentRead(true)).items();
  }
}
